import { useFormatter, useTranslations } from 'next-intl'
import type { PlayerGame } from '#server/store/players/list-player-games'
import { classes } from '../kit/classes'
import { LinkArea } from '../kit/link-area'
import { Panel } from '../kit/panel'
import { PlainIcon } from '../kit/plain-icon'

/** A player's games, each with a way to its replay. */
export function GameHistory({ games, isOwn }: { games: readonly PlayerGame[]; isOwn: boolean }) {
  const t = useTranslations('profile.history')
  return (
    <Panel aria-labelledby="history">
      <h2 id="history" className="text-2xl">
        {t('title')}
      </h2>
      <LinkArea>
        <ul className="mt-2 -mx-2">
          {games.map((game) => (
            <GameRow key={game.gameId} game={game} review={isOwn ? game.review : null} />
          ))}
        </ul>
      </LinkArea>
    </Panel>
  )
}

/** @param review [F6] only where the player themselves is looking */
function GameRow({ game, review }: { game: PlayerGame; review: PlayerGame['review'] }) {
  const t = useTranslations('profile.history')
  const reviews = useTranslations('common.review')
  const format = useFormatter()
  const { gameId, mode, isDaily, finishedAt, score, rank, players, rating } = game
  const name = isDaily ? t('daily') : t(`modes.${mode}`)
  const date = format.dateTime(finishedAt, { day: 'numeric', month: 'short', year: 'numeric' })
  return (
    <li className="border-line border-b last:border-0">
      <a
        href={`/replay/${gameId}`}
        aria-label={t('watch', { mode: name, date })}
        className="grid min-h-14 grid-cols-[1fr_auto_auto] items-center gap-x-3 rounded-xl px-2 py-1.5 hover:bg-wash"
      >
        <span className="min-w-0 leading-tight">
          <span className="block font-display font-semibold">{name}</span>
          <span className="block text-base text-muted">
            {date} · {players > 1 ? t('place', { rank, players }) : t('alone')}
          </span>
          {review && <span className="block text-base text-warn">{reviews(review)}</span>}
        </span>
        <span className="figures text-end leading-tight">
          <span className="block font-bold text-xl">{format.number(score)}</span>
          {rating && (
            <span
              className={classes(
                'block font-semibold text-base',
                rating.change < 0 ? 'text-bad' : 'text-good',
              )}
            >
              {format.number(rating.change, { signDisplay: 'exceptZero' })}
            </span>
          )}
        </span>
        <PlainIcon name="chevron-right" className="text-muted" />
      </a>
    </li>
  )
}
