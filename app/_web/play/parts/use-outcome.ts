'use client'

import { useEffect, useState } from 'react'
import { fetchOutcome, type KnownOutcome } from '../../kit/player/ratings-api'

/** Backoff of the retries: a game is stored a little after its podium is shown. */
const backoffMs = [200, 600, 1_500, 4_000, 10_000]

/** What came of a game that is over; nothing as long as it cannot be found out. */
export function useOutcome(gameId: string | null): KnownOutcome {
  const [outcome, setOutcome] = useState<KnownOutcome>({
    ratings: {},
    review: null,
    own: null,
    rewards: null,
  })
  useEffect(() => {
    if (gameId === null) return
    let timer: ReturnType<typeof setTimeout>
    const ask = (pauses: readonly number[]) => {
      const [pause, ...others] = pauses
      if (pause === undefined) return
      timer = setTimeout(() => {
        fetchOutcome(gameId).then(
          (found) => (found ? setOutcome(found) : ask(others)),
          () => ask(others),
        )
      }, pause)
    }
    ask(backoffMs)
    return () => clearTimeout(timer)
  }, [gameId])
  return outcome
}
