import { useFormatter, useTranslations } from 'next-intl'
import type { Leaderboard } from '#server/store/boards/leaderboard'
import { useSeconds } from '../../kit/i18n/use-numbers'
import { RankingTable } from './ranking-table'

type GameRankingProps = {
  ranking: Leaderboard
  caption: string
  /** What the points are called: of a round, or of the one there is. */
  points: string
}

/** Games, by points. */
export function GameRanking({ ranking, caption, points }: GameRankingProps) {
  const t = useTranslations('leaderboard')
  const format = useFormatter()
  const seconds = useSeconds()
  return (
    <RankingTable
      ranking={ranking}
      caption={caption}
      columns={[
        {
          name: t('lock'),
          of: ({ lockMs }) => (lockMs === null ? '–' : seconds(lockMs)),
          className: 'text-muted @max-lg:hidden',
        },
        {
          name: points,
          of: ({ pointsPerRound }) => format.number(pointsPerRound, { maximumFractionDigits: 0 }),
          className: 'font-bold text-2xl',
        },
      ]}
    />
  )
}
