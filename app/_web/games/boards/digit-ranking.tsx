import { useTranslations } from 'next-intl'
import type { DigitRow } from '#server/store/boards/digit-board'
import type { Ranking as Rows } from '#server/store/boards/ranking'
import { outlinesOf } from '../../ink/ink-picture'
import { useSeconds } from '../../kit/i18n/use-numbers'
import { RankingTable } from './ranking-table'

type DigitRankingProps = { ranking: Rows<DigitRow>; digit: number; caption: string }

/** Drawings of one digit, by the time they took to lock. */
export function DigitRanking({ ranking, digit, caption }: DigitRankingProps) {
  const t = useTranslations('leaderboard')
  const seconds = useSeconds()
  return (
    <RankingTable
      ranking={ranking}
      caption={caption}
      columns={[
        {
          name: t('drawing'),
          of: ({ ink, name }) => ({ outlines: outlinesOf(ink), label: t('drawingOf', { digit, name }) }),
          className: '@max-3xs:hidden',
        },
        {
          name: t('lockTime'),
          of: ({ lockMs }) => seconds(lockMs),
          className: 'font-bold text-2xl @max-3xs:text-lg',
        },
      ]}
    />
  )
}
