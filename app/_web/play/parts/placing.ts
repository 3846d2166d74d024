/** Somebody, or a team, and the points they have. */
export type Placed = { readonly score: number }

/** How one of them stands among all: behind the first, ahead of the next, or level with others there. */
export type Placing = {
  readonly kind: 'behind' | 'ahead' | 'level'
  readonly rank: number
  /** Points to the first; for the first, to the next. */
  readonly gap: number
}

/** @returns null while nobody has a point, or where there is nobody to be compared with */
export function placingOf(own: Placed, others: readonly Placed[]): Placing | null {
  const best = Math.max(0, ...others.map(({ score }) => score))
  if (others.length === 0 || Math.max(best, own.score) === 0) return null
  const rank = 1 + others.filter(({ score }) => score > own.score).length
  if (rank > 1) return { kind: 'behind', rank, gap: best - own.score }
  return own.score > best ? { kind: 'ahead', rank, gap: own.score - best } : { kind: 'level', rank, gap: 0 }
}
