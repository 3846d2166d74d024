import { useFormatter, useTranslations } from 'next-intl'
import type { Ranking as Rows } from '#server/store/boards/ranking'
import type { RatingRow } from '#server/store/ratings/rating-board'
import { RankingTable } from './ranking-table'

/** Players, by strength. */
export function RatingRanking({ ranking, caption }: { ranking: Rows<RatingRow>; caption: string }) {
  const t = useTranslations('leaderboard')
  const format = useFormatter()
  return (
    <RankingTable
      ranking={ranking}
      caption={caption}
      columns={[
        {
          name: t('games'),
          of: ({ games }) => format.number(games),
          className: 'text-muted @max-lg:hidden',
        },
        {
          name: t('rating'),
          of: ({ rating }) => format.number(rating, { useGrouping: false }),
          className: 'font-bold text-2xl',
        },
      ]}
    />
  )
}
