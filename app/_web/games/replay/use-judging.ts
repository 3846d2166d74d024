import { useState } from 'react'
import { NoWasmError } from '../../ink/judge/load-judge'

/** How far this browser is with judging a game. */
export type Judging<Found> =
  | { readonly name: 'idle' }
  /** @property done how many drawings */
  | { readonly name: 'running'; readonly done: number }
  | { readonly name: 'done'; readonly found: Found }
  | { readonly name: 'failed'; readonly reason: string }
  | { readonly name: 'unsupported' }

/** @returns how far it is, and what begins it: given a work that tells how many drawings it has done */
export function useJudging<Found>() {
  const [judging, setJudging] = useState<Judging<Found>>({ name: 'idle' })

  async function judge(work: (tell: (done: number) => void) => Promise<Found>): Promise<void> {
    setJudging({ name: 'running', done: 0 })
    try {
      const found = await work((done) => setJudging({ name: 'running', done }))
      setJudging({ name: 'done', found })
    } catch (error) {
      if (error instanceof NoWasmError) return setJudging({ name: 'unsupported' })
      setJudging({ name: 'failed', reason: error instanceof Error ? error.message : String(error) })
    }
  }

  return [judging, judge] as const
}
