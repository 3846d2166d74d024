import { ordinal, rate, rating } from 'openskill'
import type { PlayerId } from '#game/protocol/scalars'
import type { GameRecord, Standing } from '#game/records/record'

/** What is believed of a player's strength: the middle of the guess, and how far off it may well be. */
export type Rating = { readonly mu: number; readonly sigma: number }

/** Who won or lost together: a team in relay, else one player. */
export type Side = {
  /** From 1; equals share one. */
  readonly rank: number
  readonly players: readonly PlayerId[]
  /** [F8] Where they played from, as far as it is known; each once. */
  readonly networks: readonly number[]
}

/** What is believed of somebody who has played with nobody yet. */
export const newcomer: Rating = rating()

/** So many rated games until a rating is more than a first impression. */
export const provisionalGames = 5

/**
 * The sides of a game as they are rated; none when it is not. Rated is what counts on the boards, with two sides or more:
 * all ten digits, no streak bonus, the usual timer, no prompts known before, and a race of three rounds. Whoever had a canvas in
 * the first round is rated, also who left; who came later is not, nor is a side that drew with the arrow keys or one of whose
 * results is held.
 * @param held players whose results are held [F5]
 */
export function sidesOf(
  { settings, day, rounds, standings }: GameRecord,
  held: ReadonlySet<PlayerId> = new Set(),
): Side[] {
  const { mode, digits, hasStreakBonus, timer } = settings
  const isSerious = digits.length === 10 && !hasStreakBonus && timer === 'usual' && day === null
  if (!isSerious || (mode === 'race' && rounds < 3)) return []
  const isLeftOut = (each: Standing) => each.isByKeyboard || held.has(each.player.id)
  const leftOut = new Set(standings.flatMap((each) => (isLeftOut(each) ? each.firstCanvas : [])))
  const canvases = new Map<number, Side>()
  for (const { firstCanvas, rank, player, network } of standings) {
    if (typeof firstCanvas !== 'number' || leftOut.has(firstCanvas)) continue
    const side = canvases.get(firstCanvas)
    canvases.set(firstCanvas, {
      rank: Math.min(rank, side?.rank ?? rank),
      players: [...(side?.players ?? []), player.id],
      networks: [...new Set([...(side?.networks ?? []), ...(network === undefined ? [] : [network])])],
    })
  }
  return canvases.size > 1 ? [...canvases.values()] : []
}

/**
 * What is believed of everybody after a game. [F8] Sides that share an address are not rated against each other, but each
 * against all others; who has no others is left out.
 * @param before of those who played before; the others are newcomers
 */
export function rateGame(
  sides: readonly Side[],
  before: ReadonlyMap<PlayerId, Rating>,
): Map<PlayerId, Rating> {
  const believed = ({ players }: Side) => players.map((id) => before.get(id) ?? newcomer)
  return new Map(
    sides.flatMap((side) => {
      const rivals = sides.filter((other) => other !== side && !shareNetwork(side, other))
      if (rivals.length === 0) return []
      const rated = rate([side, ...rivals].map(believed), { rank: [side, ...rivals].map(({ rank }) => rank) })
      return side.players.map((id, index) => [id, rated[0]?.[index] ?? newcomer] as const)
    }),
  )
}

function shareNetwork(one: Side, other: Side): boolean {
  return one.networks.some((network) => other.networks.includes(network))
}

/**
 * A rating as players see it: 1000 for a newcomer, and what they have very probably reached, so that it grows with every
 * game that makes the guess surer. Never below 0.
 */
export function shownRating(believed: Rating): number {
  return Math.max(0, Math.round(ordinal(believed, { alpha: 40, target: 1000 })))
}
