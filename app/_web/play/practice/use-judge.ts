'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Judge } from '#models/judge'
import { loadJudgeOnce, NoWasmError } from '../../ink/judge/load-judge'

export type JudgeLoad = Judge | 'loading' | 'failed' | 'unsupported'

/** The network of that version in this browser, and a way to try again. */
export function useJudge(version: string): readonly [judge: JudgeLoad, retry: () => void] {
  const [judge, setJudge] = useState<JudgeLoad>('loading')
  const load = useCallback(() => {
    let isHere = true
    setJudge('loading')
    loadJudgeOnce(version).then(
      (loaded) => isHere && setJudge(loaded),
      (error) => isHere && setJudge(error instanceof NoWasmError ? 'unsupported' : 'failed'),
    )
    return () => {
      isHere = false
    }
  }, [version])
  useEffect(load, [load])
  return [judge, load]
}
