import { type BoardSpan, daySpan, seasonSpan, weekSpan } from '#game/records/spans'
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

/**
 * [S16] The span of a board that a choice means now. Before the first season there is none, and all time in its place.
 * @param now ms since the epoch
 */
export function boardSpanOf(span: Span, season: string | null, now: number): BoardSpan {
  switch (span) {
    case 'today':
      return daySpan(now)
    case 'week':
      return weekSpan(now)
    case 'season':
      return season === null ? 'all' : seasonSpan(season)
    case 'all':
      return 'all'
  }
}
