'use client'

import { useCallback, useEffect, useState } from 'react'
import type { Judge } from '#models/judge'
import { loadJudgeOnce } from '../judge/load-judge'

export type JudgeLoad = Judge | 'loading' | 'failed'

/** The network of that version in this browser, and a way to try again. */
export function useJudge(version: string): readonly [judge: JudgeLoad, retry: () => void] {
  const [judge, setJudge] = useState<JudgeLoad>('loading')
  const load = useCallback(() => {
    let isHere = true
    setJudge('loading')
    loadJudgeOnce(version).then(
      (loaded) => isHere && setJudge(loaded),
      () => isHere && setJudge('failed'),
    )
    return () => {
      isHere = false
    }
  }, [version])
  useEffect(load, [load])
  return [judge, load]
}
