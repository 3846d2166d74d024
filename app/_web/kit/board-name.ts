import type { useTranslations } from 'next-intl'
import { sumLevels } from '#game/protocol/constants'
import type { GameBoard, sumBoards } from '#game/records/what-counts'

type AnyBoard = GameBoard | 'digits' | 'rating'
type SumBoard = (typeof sumBoards)[number]

type Names = {
  readonly t: ReturnType<typeof useTranslations<'leaderboard.boards'>>
  readonly levels: ReturnType<typeof useTranslations<'common.sums.levels'>>
}

export const isOfSums = (board: AnyBoard): board is SumBoard => board.startsWith('sums-')

/** @returns whether each of its games is one round, with one sequence of digits */
export const hasOneRound = (board: AnyBoard) => /rush|relay/.test(board)

/** What a board is called; one of sums by its level and mode. */
export function boardName(board: AnyBoard, { t, levels }: Names): string {
  if (!isOfSums(board)) return t(board)
  const level = sumLevels.find((each) => board.endsWith(each)) ?? 'easy'
  return `${levels(level)} · ${t(board.startsWith('sums-rush') ? 'rush-60' : 'race')}`
}
