import { ordinal, rate, rating } from 'openskill'
import type { PlayerId } from '#game/protocol/scalars'
import type { GameRecord } from '#game/record'

/** What is believed of a player's strength: the middle of the guess, and how far off it may well be. */
export type Rating = { readonly mu: number; readonly sigma: number }

/** Who won or lost together: a team in relay, else one player. */
export type Side = {
  /** From 1; equals share one. */
  readonly rank: number
  readonly players: readonly PlayerId[]
}

/** What is believed of somebody who has played with nobody yet. */
export const newcomer: Rating = rating()

/** So many rated games until a rating is more than a first impression. */
export const provisionalGames = 5

/**
 * The sides of a game as they are rated; none when it is not. Rated is what counts on the boards, with two sides or more:
 * all ten digits, no streak bonus, the usual timer, no prompts known before, and a race of three rounds. Whoever had a canvas in
 * the first round is rated, also who left; who came later is not, nor is a side that drew with the arrow keys.
 */
export function sidesOf({ settings, day, rounds, standings }: GameRecord): Side[] {
  const { mode, digits, hasStreakBonus, timer } = settings
  const isSerious = digits.length === 10 && !hasStreakBonus && timer === 'usual' && day === null
  if (!isSerious || (mode === 'race' && rounds < 3)) return []
  const byKeyboard = new Set(standings.flatMap((each) => (each.isByKeyboard ? each.firstCanvas : [])))
  const canvases = new Map<number, Side>()
  for (const { firstCanvas, rank, player } of standings) {
    if (typeof firstCanvas !== 'number' || byKeyboard.has(firstCanvas)) continue
    const side = canvases.get(firstCanvas)
    canvases.set(firstCanvas, {
      rank: Math.min(rank, side?.rank ?? rank),
      players: [...(side?.players ?? []), player.id],
    })
  }
  return canvases.size > 1 ? [...canvases.values()] : []
}

/**
 * What is believed of everybody after a game.
 * @param before of those who played before; the others are newcomers
 */
export function rateGame(
  sides: readonly Side[],
  before: ReadonlyMap<PlayerId, Rating>,
): Map<PlayerId, Rating> {
  const teams = sides.map(({ players }) => players.map((id) => before.get(id) ?? newcomer))
  const rated = rate(teams, { rank: sides.map(({ rank }) => rank) })
  return new Map(
    sides.flatMap(({ players }, side) =>
      players.map((id, place) => [id, rated[side]?.[place] ?? newcomer] as const),
    ),
  )
}

/**
 * A rating as players see it: 1000 for a newcomer, and what they have very probably reached, so that it grows with every
 * game that makes the guess surer. Never below 0.
 */
export function shownRating(believed: Rating): number {
  return Math.max(0, Math.round(ordinal(believed, { alpha: 40, target: 1000 })))
}
