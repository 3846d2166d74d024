import type { GameBoard } from '#server/store/boards/leaderboard'

export const spans = ['today', 'week', 'season', 'all'] as const
export type Span = (typeof spans)[number]

export const gameBoards = ['race', 'rush-30', 'rush-60', 'relay'] as const satisfies readonly GameBoard[]
/** The last two are not of games but of single drawings, the quickest of each digit, and of players, by strength. */
export const boards = [...gameBoards, 'digits', 'rating'] as const
export type Board = (typeof boards)[number]

/** The digit to begin with: nobody's quick one. */
const hardestDigit = 8

function oneOf<Word extends string>(words: readonly [Word, ...Word[]], text: unknown): Word {
  return words.find((word) => word === text) ?? words[0]
}

export const parseSpan = (text: unknown) => oneOf(spans, text)
export const parseBoard = (text: unknown) => oneOf<Board>(boards, text)

export function parseDigit(text: unknown): number {
  return typeof text === 'string' && /^\d$/.test(text) ? Number(text) : hardestDigit
}

/** The same page with another choice. */
export function addressOf({ board, span, digit }: { board: Board; span: Span; digit: number }): string {
  return `/leaderboard?board=${board}&span=${span}${board === 'digits' ? `&digit=${digit}` : ''}`
}

const dayMs = 24 * 3600 * 1000
const mondayOf = (day: Date) => (day.getUTCDay() + 6) % 7

/**
 * From when games count; days and weeks are the same for everybody, those of UTC. A week begins on Monday. Undefined where
 * no date says it.
 */
export function sinceOf(span: Span, now: Date): Date | undefined {
  const today = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
  switch (span) {
    case 'today':
      return today
    case 'week':
      return new Date(today.getTime() - mondayOf(today) * dayMs)
    case 'season':
    case 'all':
      return undefined
  }
}
