'use client'

import { useCallback, useEffect, useState } from 'react'
import type { SampleToReview } from '#server/store/samples/sample-to-review'
import type { SavedReview } from '#server/store/samples/save-review'
import type { FilterParams } from '../samples/query'
import { giveVerdict, nextQueue, type ReviewKind, takeBack, takeBackLast } from './actions'
import { takeLastLease, useLeaseHandover } from './lease-handover'
import { useReviewCounts } from './review-counts'

/** A sample with the lease that shows it [F12]. */
type Leased = { readonly sample: SampleToReview; readonly leaseId: string }

/** What became of taking back: a sample is there again, somebody else is shown it now, a stack of so many, or nothing to take back. */
type Undone = 'here' | 'elsewhere' | 'nothing' | { readonly stack: number }

/** The samples to review, one after the other: the next are leased when the last one has its verdict. */
export function useReviewQueue(kind: ReviewKind, params: FilterParams) {
  const [queue, setQueue] = useState<readonly Leased[]>([])
  const [index, setIndex] = useState(0)
  /** Of those before `index`, in order: the review each got, once it is saved. */
  const [saved, setSaved] = useState<readonly Promise<SavedReview | null>[]>([])
  const [leaseId, setLeaseId] = useState<string | null>(null)
  const { counts, setCounts } = useReviewCounts()
  const [state, setState] = useState<'loading' | 'ready' | 'failed'>('loading')
  useLeaseHandover(leaseId)

  const load = useCallback(async () => {
    setState('loading')
    try {
      const { leaseId, samples, counts } = await nextQueue(kind, params, takeLastLease())
      setLeaseId(leaseId)
      setQueue((before) => [...before, ...samples.map((sample) => ({ sample, leaseId }))])
      setCounts(() => counts)
      setState('ready')
    } catch {
      setState('failed')
    }
  }, [kind, params, setCounts])
  useEffect(() => {
    load()
  }, [load])

  const addWaiting = (more: number) =>
    setCounts((before) => ({ ...before, [kind]: Math.max(0, before[kind] + more) }))

  const shown = queue[index]
  return {
    sample: shown?.sample,
    /** How many wait in all. */
    left: counts[kind],
    state,
    load,
    /**
     * Shows the next sample at once. @returns what became of the verdict; null where it could not be asked, and then the sample is
     * shown again after the others
     */
    async give(verdict: number): Promise<SavedReview | null> {
      if (!shown) return null
      const ids = { sampleId: shown.sample.id, leaseId: shown.leaseId }
      const answer = giveVerdict(kind, ids, verdict).catch(() => null)
      setSaved((before) => [...before, answer])
      setIndex(index + 1)
      addWaiting(-1)
      const result = await answer
      if (result?.is !== 'saved') addWaiting(1)
      if (!result) setQueue((before) => [...before, shown])
      // The verdict is written before the next are asked for, or this one would be among them.
      if (result && index + 1 === queue.length) await load()
      return result
    },
    /** Verdicts of this page first, then those from before it, the last one first. @throws where it could not be asked */
    async undo(): Promise<Undone> {
      const last = saved.at(-1)
      if (last) {
        setSaved(saved.slice(0, -1))
        setIndex(index - 1)
        const result = await last
        if (result?.is !== 'saved') return 'here'
        addWaiting(1)
        await takeBack(result.id, queue[index - 1]?.leaseId ?? '')
        return 'here'
      }
      if (!leaseId) return 'nothing'
      const earlier = await takeBackLast(leaseId)
      if (!earlier) return 'nothing'
      if ('stack' in earlier) {
        addWaiting(earlier.stack)
        return earlier
      }
      addWaiting(1)
      const { sample } = earlier
      if (!sample) return 'elsewhere'
      setQueue((before) => before.toSpliced(index, 0, { sample, leaseId }))
      return 'here'
    },
  }
}
