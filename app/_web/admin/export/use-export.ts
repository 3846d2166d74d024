'use client'

import { useEffect, useState } from 'react'
import type { ExportProgress } from '#server/store/samples/start-export'
import { cancelRun, runProgress } from './actions'

type Run = { readonly id: string; readonly progress: ExportProgress }

const pollMs = 500
/** For so long an export may be unknown: the form is on its way. */
const unknownMs = 10_000
const begun: ExportProgress = { state: 'running', done: 0, total: 0 }

/** Follows the export that a form of this page has started; its download is the browser's. */
export function useExport() {
  const [run, setRun] = useState<Run | null>(null)
  const id = run?.id
  const isRunning = run?.progress.state === 'running'

  useEffect(() => {
    if (!id || !isRunning) return
    let unknownFor = 0
    const timer = setInterval(async () => {
      const progress = await runProgress(id).catch(() => null)
      unknownFor = progress ? 0 : unknownFor + pollMs
      if (progress) setRun((before) => before && { ...before, progress })
      else if (unknownFor >= unknownMs)
        setRun((before) => before && { ...before, progress: { ...before.progress, state: 'failed' } })
    }, pollMs)
    return () => clearInterval(timer)
  }, [id, isRunning])

  return {
    progress: run?.progress ?? null,
    isRunning,
    /** @returns what the form has to call its export */
    start(): string {
      const started = Array.from({ length: 16 }, () => Math.floor(Math.random() * 36).toString(36)).join('')
      setRun({ id: started, progress: begun })
      return started
    },
    cancel() {
      if (id) cancelRun(id).catch(() => {})
    },
  }
}
