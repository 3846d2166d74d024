'use client'

import { useEffect, useState } from 'react'
import { compare, type Interval, type Reading, readMetrics } from './read-metrics'

const everyMs = 2_000
/** Two minutes are on show. */
const mostIntervals = 60

export type Readings = {
  readonly latest: Reading | null
  readonly intervals: readonly Interval[]
  /** The server did not answer the last time. */
  readonly isAway: boolean
}

/** Asks the server about itself every two seconds. */
export function useReadings(): Readings {
  const [readings, setReadings] = useState<Readings>({ latest: null, intervals: [], isAway: false })
  useEffect(() => {
    const leaving = new AbortController()
    let timer: ReturnType<typeof setTimeout>
    async function ask() {
      try {
        const response = await fetch('/metrics', {
          headers: { accept: 'application/json' },
          cache: 'no-store',
          signal: leaving.signal,
        })
        if (!response.ok) throw new Error(`the server answered ${response.status}`)
        const latest = readMetrics(await response.json(), Date.now())
        setReadings((before) => ({ latest, intervals: follow(before, latest), isAway: false }))
      } catch {
        if (!leaving.signal.aborted) setReadings((before) => ({ ...before, isAway: true }))
      }
      if (!leaving.signal.aborted) timer = setTimeout(ask, everyMs)
    }
    void ask()
    return () => {
      leaving.abort()
      clearTimeout(timer)
    }
  }, [])
  return readings
}

function follow({ latest: before, intervals }: Readings, latest: Reading): readonly Interval[] {
  return before ? [...intervals.slice(1 - mostIntervals), compare(before, latest)] : intervals
}
