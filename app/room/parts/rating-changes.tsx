'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { StandingView } from '#game/protocol/server-messages'
import { fetchRatings, type GameRatings } from '../../player/ratings-api'
import { classes } from '../../ui/classes'
import { Panel } from '../../ui/panel'
import { SeatName } from './seat-name'

type RatingChangesProps = { gameId: string; standings: readonly StandingView[]; you: string }

/** The database hears of the end of a game a little after the players. */
const pausesMs = [200, 600, 1_500, 4_000, 10_000]

/** What the game did to ratings; nothing where it was for fun, or cannot be found out. */
export function RatingChanges({ gameId, standings, you }: RatingChangesProps) {
  const words = useTranslations('room.finished')
  const format = useFormatter()
  const [ratings, setRatings] = useState<GameRatings>({})
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const ask = (pauses: readonly number[]) => {
      const [pause, ...others] = pauses
      if (pause === undefined) return
      timer = setTimeout(() => {
        fetchRatings(gameId).then(
          (found) => (found ? setRatings(found) : ask(others)),
          () => ask(others),
        )
      }, pause)
    }
    ask(pausesMs)
    return () => clearTimeout(timer)
  }, [gameId])

  const rated = standings.flatMap((standing) => {
    const rating = ratings[standing.playerId]
    return rating ? [{ standing, rating }] : []
  })
  if (rated.length === 0) return null
  return (
    <Panel aria-labelledby="ratings" className="animate-rise">
      <h2 id="ratings" className="text-2xl">
        {words('ratings')}
      </h2>
      <ul className="mt-2">
        {rated.map(({ standing: { playerId, name, colour }, rating }) => (
          <li
            key={playerId}
            className="figures grid min-h-11 grid-cols-[1fr_auto_3.5rem] items-center gap-x-2 border-line border-b text-end last:border-0"
          >
            <SeatName name={name} colour={colour} isYou={playerId === you} className="font-text" />
            <span className="font-bold text-xl">
              {format.number(rating.after, { useGrouping: false })}
              {rating.isProvisional && (
                <span className="ms-1 font-normal font-text text-muted text-sm">{words('provisional')}</span>
              )}
            </span>
            <span className={classes('font-semibold', rating.change < 0 ? 'text-bad' : 'text-good')}>
              {format.number(rating.change, { signDisplay: 'exceptZero' })}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
