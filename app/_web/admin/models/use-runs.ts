import { useEffect, useState } from 'react'
import { type RunNow, runsAnswer } from '#models/training/runs/run-schema'
import { fetchWithTimeout } from '../../kit/net/http-client'

const everyMs = 2_000
const timeoutMs = 5_000

/** The training runs, asked for every two seconds; `isAway` where the server did not answer the last time. */
export function useRuns(first: readonly RunNow[]): { runs: readonly RunNow[]; isAway: boolean } {
  const [known, setKnown] = useState({ runs: first, isAway: false })
  useEffect(() => {
    let isHere = true
    let timer: ReturnType<typeof setTimeout>
    async function ask() {
      try {
        const response = await fetchWithTimeout(timeoutMs, '/api/admin/training', { cache: 'no-store' })
        // The session is over; the page itself leads to the sign-in.
        if (isHere && (response.status === 401 || response.status === 403)) return window.location.reload()
        const { runs } = runsAnswer.parse(await response.json())
        if (isHere) setKnown({ runs, isAway: false })
      } catch {
        if (isHere) setKnown((before) => ({ ...before, isAway: true }))
      }
      if (isHere) timer = setTimeout(ask, everyMs)
    }
    timer = setTimeout(ask, everyMs)
    return () => {
      isHere = false
      clearTimeout(timer)
    }
  }, [])
  return known
}
