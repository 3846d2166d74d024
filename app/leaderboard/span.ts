import type { GameBoard } from '#server/store/leaderboard'

export const spans = ['today', 'week', 'all'] as const
export type Span = (typeof spans)[number]

export const boards = ['race', 'rush-30', 'rush-60', 'relay'] as const satisfies readonly GameBoard[]

function oneOf<Word extends string>(words: readonly [Word, ...Word[]], text: unknown): Word {
  return words.find((word) => word === text) ?? words[0]
}

export const parseSpan = (text: unknown) => oneOf(spans, text)
export const parseBoard = (text: unknown) => oneOf(boards, text)

const dayMs = 24 * 3600 * 1000
const mondayOf = (day: Date) => (day.getUTCDay() + 6) % 7

/** From when games count; days and weeks are the same for everybody, those of UTC. A week begins on Monday. */
export function sinceOf(span: Span, now: Date): Date | undefined {
  const today = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate()))
  switch (span) {
    case 'today':
      return today
    case 'week':
      return new Date(today.getTime() - mondayOf(today) * dayMs)
    case 'all':
      return undefined
  }
}
