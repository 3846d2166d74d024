import { useFormatter, useTranslations } from 'next-intl'
import type { PlayerGame } from '#server/store/players/list-player-games'
import { Panel } from '../kit/panel'
import { type GameRow, GameRows } from './game-rows'

/** A player's games, each with a way to its replay. */
export function GameHistory({ games, isOwn }: { games: readonly PlayerGame[]; isOwn: boolean }) {
  const t = useTranslations('profile.history')
  const reviews = useTranslations('common.review')
  const format = useFormatter()
  const rows = games.map(
    ({ gameId, mode, isDaily, finishedAt, score, rank, players, rating, review }): GameRow => {
      const name = isDaily ? t('daily') : t(`modes.${mode}`)
      const date = format.dateTime(finishedAt, { day: 'numeric', month: 'short', year: 'numeric' })
      return {
        key: gameId,
        href: `/replay/${gameId}`,
        label: t('watch', { mode: name, date }),
        name,
        line: `${date} · ${players > 1 ? t('place', { rank, players }) : t('alone')}`,
        // [F6] Only where the player themselves is looking.
        ...(isOwn && review && { note: reviews(review) }),
        figure: format.number(score),
        ...(rating && {
          change: {
            text: format.number(rating.change, { signDisplay: 'exceptZero' }),
            isLoss: rating.change < 0,
          },
        }),
      }
    },
  )
  return (
    <Panel aria-labelledby="history">
      <h2 id="history" className="text-2xl">
        {t('title')}
      </h2>
      <GameRows rows={rows} />
    </Panel>
  )
}
