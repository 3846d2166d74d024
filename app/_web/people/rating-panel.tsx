import { useFormatter, useTranslations } from 'next-intl'
import type { ShownRating } from '#server/store/players/find-profile'
import type { PlayerGame } from '#server/store/players/list-player-games'
import { provisionalGames } from '#server/store/ratings/rate-game'
import { Panel } from '../kit/panel'
import { RatingChart } from './rating-chart'

type RatingPanelProps = { rating: ShownRating | null; games: PlayerGame[]; isOwn: boolean }

export function RatingPanel({ rating, games, isOwn }: RatingPanelProps) {
  const t = useTranslations('profile.rating')
  const format = useFormatter()
  const steps = games.flatMap((game) => game.rating?.after ?? []).reverse()
  return (
    <Panel aria-labelledby="rating">
      <h2 id="rating" className="text-2xl">
        {t('title')}
      </h2>
      {rating ? (
        <>
          <p className="mt-1 flex flex-wrap items-baseline gap-x-3">
            <span className="figures font-extrabold text-6xl text-accent leading-none">
              {format.number(rating.rating, { useGrouping: false })}
            </span>
            {rating.isProvisional && (
              <span className="font-display font-semibold text-muted">{t('provisional')}</span>
            )}
          </p>
          <p className="mt-2 text-base text-muted">
            {rating.isProvisional && isOwn
              ? t('provisionalHint', { count: provisionalGames - rating.games })
              : t('rule')}
          </p>
          {steps.length > 1 && <RatingChart steps={steps} />}
        </>
      ) : (
        <p className="mt-1 text-muted">{t(isOwn ? 'none' : 'noneOf')}</p>
      )}
    </Panel>
  )
}
