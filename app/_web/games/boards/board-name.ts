import type { useTranslations } from 'next-intl'
import { sumLevels } from '#game/protocol/constants'
import { type Board, tabOf } from './span'

type Names = {
  readonly t: ReturnType<typeof useTranslations<'leaderboard.boards'>>
  readonly levels: ReturnType<typeof useTranslations<'common.sums.levels'>>
}

/** What a board is called; one of sums by its level and mode. */
export function boardName(board: Board, { t, levels }: Names): string {
  const tab = tabOf(board)
  if (tab !== 'sums') return t(tab)
  const level = sumLevels.find((each) => board.endsWith(each)) ?? 'easy'
  return `${levels(level)} · ${t(board.startsWith('sums-rush') ? 'rush-60' : 'race')}`
}
