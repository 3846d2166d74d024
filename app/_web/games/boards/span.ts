import { gameBoards, sumBoards } from '#game/records/what-counts'

export const spans = ['today', 'week', 'season', 'all'] as const
export type Span = (typeof spans)[number]

/** The last two are not of games but of single drawings, the quickest of each digit, and of players, by strength. */
export const boards = [...gameBoards, 'digits', 'rating'] as const
export type Board = (typeof boards)[number]

/** One tab for all levels and modes of sums; below it each has one of its own. */
export const boardTabs = ['race', 'rush-30', 'rush-60', 'relay', 'sums', 'digits', 'rating'] as const
export type BoardTab = (typeof boardTabs)[number]

export function tabOf(board: Board): BoardTab {
  return boardTabs.find((tab) => tab === board) ?? 'sums'
}

/** The board that a tab opens. */
export function boardOf(tab: BoardTab, { board }: Pick<BoardChoice, 'board'>): Board {
  if (tab !== 'sums') return tab
  return tabOf(board) === 'sums' ? board : (sumBoards[0] ?? 'race')
}

/** The digit shown first: the slowest to draw. */
const hardestDigit = 8

function oneOf<Name extends string>(names: readonly [Name, ...Name[]], text: unknown): Name {
  return names.find((name) => name === text) ?? names[0]
}

export const parseSpan = (text: unknown) => oneOf(spans, text)
export const parseBoard = (text: unknown) => oneOf<Board>(boards, text)

export function parseDigit(text: unknown): number {
  return typeof text === 'string' && /^\d$/.test(text) ? Number(text) : hardestDigit
}

export type BoardChoice = { readonly board: Board; readonly span: Span; readonly digit: number }

/** What an address asks for, part by part. */
export function parseBoardChoice({ board, span, digit }: Readonly<Record<string, unknown>>): BoardChoice {
  return { board: parseBoard(board), span: parseSpan(span), digit: parseDigit(digit) }
}

/** The page of a choice. */
export function boardAddress({ board, span, digit }: BoardChoice): string {
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
