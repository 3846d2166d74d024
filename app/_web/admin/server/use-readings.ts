'use client'

import { useEffect, useState } from 'react'
import { fetchWithTimeout } from '../../kit/net/http-client'
import { compare, type Interval, type MetricsReading, readMetrics } from './read-metrics'

const everyMs = 2_000
const timeoutMs = 5_000
/** Two minutes are on show. */
const mostIntervals = 60

export type Readings = {
  readonly latest: MetricsReading | null
  readonly intervals: readonly Interval[]
  /** The server did not answer the last time. */
  readonly isAway: boolean
}

/** Asks the server about itself every two seconds. */
export function useReadings(): Readings {
  const [readings, setReadings] = useState<Readings>({ latest: null, intervals: [], isAway: false })
  useEffect(() => {
    let isHere = true
    let wasLetIn = false
    let timer: ReturnType<typeof setTimeout>
    async function ask() {
      try {
        const response = await fetchWithTimeout(timeoutMs, '/metrics', {
          headers: { accept: 'application/json' },
          cache: 'no-store',
        })
        if (!isHere) return
        // The session is over; the page itself leads to the sign-in.
        const isRefused = response.status === 401 || response.status === 403
        if (wasLetIn && isRefused) return window.location.reload()
        if (!response.ok) throw new Error(`the server answered ${response.status}`)
        const latest = readMetrics(await response.json(), Date.now())
        if (!isHere) return
        wasLetIn = true
        setReadings((before) => ({ latest, intervals: follow(before, latest), isAway: false }))
      } catch {
        if (isHere) setReadings((before) => ({ ...before, isAway: true }))
      }
      if (isHere) timer = setTimeout(ask, everyMs)
    }
    void ask()
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [])
  return readings
}

function follow({ latest: before, intervals }: Readings, latest: MetricsReading): readonly Interval[] {
  return before ? [...intervals.slice(1 - mostIntervals), compare(before, latest)] : intervals
}
