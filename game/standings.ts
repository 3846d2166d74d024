import type { DrawingRecord, Standing } from './record'

/** [S9] Higher score; then less time to lock, then less ink; else a shared rank. */
function compare(one: Standing, other: Standing): number {
  return (
    other.score - one.score ||
    other.locks - one.locks ||
    one.lockMs - other.lockMs ||
    one.inkLength - other.inkLength
  )
}

/** The standings after one more round: everybody who was in the game before, and everybody who drew in this round. */
export function addRound(standings: readonly Standing[], drawings: readonly DrawingRecord[]): Standing[] {
  const sums = new Map(standings.map((standing) => [standing.player.id, standing]))
  const seen = new Set<string>()
  for (const drawing of drawings) {
    for (const player of drawing.players) {
      const before = sums.get(player.id)
      sums.set(player.id, {
        player,
        rank: 0,
        score: (before?.score ?? 0) + drawing.points,
        rounds: (before?.rounds ?? 0) + (seen.has(player.id) ? 0 : 1),
        locks: (before?.locks ?? 0) + (drawing.lock ? 1 : 0),
        lockMs: (before?.lockMs ?? 0) + (drawing.lock?.atMs ?? 0),
        inkLength: (before?.inkLength ?? 0) + drawing.inkLength,
      })
      seen.add(player.id)
    }
  }
  return rank([...sums.values()])
}

function rank(standings: readonly Standing[]): Standing[] {
  const sorted = [...standings].sort(compare)
  return sorted.map((standing) => ({
    ...standing,
    rank: 1 + sorted.filter((other) => compare(other, standing) < 0).length,
  }))
}
