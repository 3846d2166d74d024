import { sumLevelOf } from '#game/prompts/sums'
import { digitCount, sumLevels } from '#game/protocol/constants'
import type { RoomSettings } from '#game/protocol/scalars'
import type { GameHeader, Standing } from './record'

/** The boards of games: a race can be lucky for a round or two, and the longer of two rushes earns more. */
const digitGames = ['race', 'rush-30', 'rush-60', 'relay'] as const
/** [S12] Those of sums: each level has its own. */
export const sumBoards = [
  ...sumLevels.map((level) => `sums-race-${level}` as const),
  ...sumLevels.map((level) => `sums-rush-${level}` as const),
]
export const gameBoards = [...digitGames, ...sumBoards] as const
export type GameBoard = (typeof gameBoards)[number]

/** In a race, for a game to have a board and for a result to be on it. */
const leastRaceRounds = 3

/**
 * What keeps the score of a game off the boards: people vote in it, digits are missing, the timer, the bonus, a modifier, digits that
 * ghosts had drawn before, too few rounds, their length.
 */
export type UncountedReason =
  | 'fool'
  | 'digits'
  | 'timer'
  | 'streak'
  | 'modifier'
  | 'ghosts'
  | 'rounds'
  | 'seconds'

/** What a game counts for. Stored with it: boards and ratings go by the stored answer. */
export type GameCounts = {
  /** Which board its results are compared on; `daily` is that of its day. Null for none. */
  readonly board: GameBoard | 'daily' | null
  /** Whether its drawings are on the boards of single digits. */
  readonly hasDigitBoards: boolean
  /** Whether it changes ratings, where two sides or more played. */
  readonly isRated: boolean
  /** Why its results are on no board; null where they are on one. */
  readonly reason: UncountedReason | null
}

/**
 * [S12] What a game counts for, known before it begins. That a result is held [F5] is another matter.
 * @param rounds that were played; as many as were chosen, where it has not ended
 */
export function whatCounts({
  settings,
  day,
  ghosts,
  rounds = settings.rounds,
}: Pick<GameHeader, 'settings' | 'day' | 'ghosts'> & { readonly rounds?: number }): GameCounts {
  const unequal = unequalTerm(settings) ?? (ghosts === undefined ? null : 'ghosts')
  if (unequal) return { board: null, hasDigitBoards: false, isRated: false, reason: unequal }
  if (day !== null) return { board: 'daily', hasDigitBoards: false, isRated: false, reason: null }
  const { mode } = settings
  const isShort = mode === 'race' && rounds < leastRaceRounds
  const board = isShort ? null : boardFor(settings)
  const reason = isShort ? 'rounds' : board ? null : 'seconds'
  // Being quick at sums says little about being quick with a pen.
  if (sumLevelOf(settings)) return { board, hasDigitBoards: false, isRated: false, reason }
  return { board, hasDigitBoards: mode !== 'relay', isRated: !isShort, reason }
}

/** What makes it a game for fun: it is not played on the terms of all others. */
function unequalTerm({
  mode,
  digits,
  timer,
  hasStreakBonus,
  modifier,
}: RoomSettings): UncountedReason | null {
  // [S17] Friends who agree on it can vote for each other.
  if (mode === 'fool') return 'fool'
  if (digits.length < digitCount) return 'digits'
  if (timer !== 'usual') return 'timer'
  if (hasStreakBonus) return 'streak'
  return modifier === 'none' ? null : 'modifier'
}

function boardFor(settings: RoomSettings): GameBoard | null {
  const { mode, roundSeconds } = settings
  const level = sumLevelOf(settings)
  if (level) return mode === 'race' ? `sums-race-${level}` : roundSeconds === 60 ? `sums-rush-${level}` : null
  if (mode === 'race') return 'race'
  if (mode === 'relay') return roundSeconds === 60 ? 'relay' : null
  return roundSeconds === 30 ? 'rush-30' : roundSeconds === 60 ? 'rush-60' : null
}

/**
 * [S12] Whether a game is ranked: it counts on a board or for ratings, and so somebody gains by cheating in it.
 * @param ghosts of its header
 */
export function isRanked(settings: RoomSettings, ghosts?: GameHeader['ghosts']): boolean {
  return ghosts === undefined && unequalTerm(settings) === null
}

/** [S12] Whether one result of a game is on the game's board, as long as it is not held: drawn by hand, in rounds enough. */
export function isOnBoard(
  { board }: GameCounts,
  { rounds, isByKeyboard }: Pick<Standing, 'rounds' | 'isByKeyboard'>,
): boolean {
  return board !== null && !isByKeyboard && (!isOfRaces(board) || rounds >= leastRaceRounds)
}

function isOfRaces(board: string): boolean {
  return board === 'race' || board.startsWith('sums-race')
}
