import type { Standing } from './record'

type Placed = Pick<Standing, 'score' | 'rank'>

/**
 * [S21] Whether somebody has won: they are first, with points, and somebody else is not.
 * @param all those who played together, who won or not; members of a team share a place
 */
export function hasWon({ score, rank }: Placed, all: readonly Placed[]): boolean {
  return rank === 1 && score > 0 && all.some((other) => other.rank > 1)
}
