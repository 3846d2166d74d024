'use client'

import { useEffect, useState } from 'react'
import { fetchOutcome, type GameOutcome } from '../../kit/player/ratings-api'

/** The database hears of the end of a game a little after the players. */
const pausesMs = [200, 600, 1_500, 4_000, 10_000]

/** What came of a game that is over; nothing as long as it cannot be found out. */
export function useOutcome(gameId: string | null): GameOutcome {
  const [outcome, setOutcome] = useState<GameOutcome>({ ratings: {}, review: null })
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
    ask(pausesMs)
    return () => clearTimeout(timer)
  }, [gameId])
  return outcome
}
