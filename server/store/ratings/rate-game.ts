import { ordinal, rate, rating } from 'openskill'
import type { PlayerId } from '#game/protocol/scalars'
import type { GameRecord, Standing } from '#game/records/record'
import { whatCounts } from '#game/records/what-counts'

/** The estimate of a player's strength: its mean and its standard deviation. */
export type Rating = { readonly mu: number; readonly sigma: number }

/** Who won or lost together: a team in relay, else one player. */
export type RatedSide = {
  /** From 1; equals share one. */
  readonly rank: number
  readonly players: readonly PlayerId[]
  /** [F8] Where they played from, as far as it is known; each once. */
  readonly networks: readonly number[]
}

/** The rating of who has played no rated game yet. */
export const defaultRating: Rating = rating()

/** So many rated games until a rating is more than a first impression. */
export const provisionalGames = 5

/**
 * The sides of a game as they are rated; none when it is not (`whatCounts`), or there are fewer than two. Whoever had a canvas in
 * the first round is rated, also who left; who came later is not, nor is a side that drew with the arrow keys or one of whose
 * results is held.
 * @param held players whose results are held [F5]
 */
export function ratedSides(record: GameRecord, held: ReadonlySet<PlayerId> = new Set()): RatedSide[] {
  if (!whatCounts(record).isRated) return []
  const { standings } = record
  const isLeftOut = (each: Standing) => each.isByKeyboard || held.has(each.player.id)
  const leftOut = new Set(standings.flatMap((each) => (isLeftOut(each) ? each.firstCanvas : [])))
  const canvases = new Map<number, RatedSide>()
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
 * Everybody's rating after a game. [F8] Sides that share an address are not rated against each other, but each
 * against all others; who has no others is left out.
 * @param before of those who played before; the others have the default rating
 */
export function rateGame(
  sides: readonly RatedSide[],
  before: ReadonlyMap<PlayerId, Rating>,
): Map<PlayerId, Rating> {
  const known = ({ players }: RatedSide) => players.map((id) => before.get(id) ?? defaultRating)
  return new Map(
    sides.flatMap((side) => {
      const rivals = sides.filter((other) => other !== side && !shareNetwork(side, other))
      if (rivals.length === 0) return []
      const rated = rate([side, ...rivals].map(known), { rank: [side, ...rivals].map(({ rank }) => rank) })
      return side.players.map((id, index) => [id, rated[0]?.[index] ?? defaultRating] as const)
    }),
  )
}

function shareNetwork(one: RatedSide, other: RatedSide): boolean {
  return one.networks.some((network) => other.networks.includes(network))
}

/**
 * A rating as players see it: 1000 for the default rating. It is a lower bound of their strength (three standard deviations below the mean), so it
 * grows with every game that makes the estimate surer. Never below 0.
 */
export function shownRating(known: Rating): number {
  return Math.max(0, Math.round(ordinal(known, { alpha: 40, target: 1000 })))
}
