'use client'

import { useFormatter, useTranslations } from 'next-intl'
import type { StandingView } from '#game/protocol/server-messages'
import { classes } from '../../kit/classes'
import { Panel } from '../../kit/panel'
import type { GameRatings } from '../../kit/player/ratings-api'
import { SeatName } from './seat-name'

type RatingChangesProps = { ratings: GameRatings; standings: readonly StandingView[]; you: string }

/** What the game did to ratings; nothing where it was for fun, or cannot be found out. */
export function RatingChanges({ ratings, standings, you }: RatingChangesProps) {
  const t = useTranslations('room.finished')
  const format = useFormatter()
  const rated = standings.flatMap((standing) => {
    const rating = ratings[standing.playerId]
    return rating ? [{ standing, rating }] : []
  })
  if (rated.length === 0) return null
  return (
    <Panel aria-labelledby="ratings" className="animate-rise">
      <h2 id="ratings" className="text-2xl">
        {t('ratings')}
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
                <span className="ms-1 font-normal font-text text-muted text-sm">{t('provisional')}</span>
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
