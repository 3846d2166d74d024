import { settings } from '#game/settings'
import type { DrawingRecord, RecordedPlayer, Standing } from './record'

/** [S9] Higher score; then more locks, less time to lock, less ink; else a shared rank. */
function compare(one: Standing, other: Standing): number {
  return (
    other.score - one.score ||
    other.locks - one.locks ||
    one.lockMs - other.lockMs ||
    one.inkLength - other.inkLength
  )
}

/**
 * The standings after one more round: everybody who was in the game before, and everybody who drew in this round.
 * @param hasStreakBonus [S11] whether locks in a row add to the score
 */
export function addRound(
  standings: readonly Standing[],
  drawings: readonly DrawingRecord[],
  hasStreakBonus: boolean,
): Standing[] {
  const sums = new Map(standings.map((standing) => [standing.player.id, standing]))
  for (const player of playersOf(drawings)) {
    const own = drawings.filter(({ players }) => players.some(({ id }) => id === player.id))
    const firstCanvas = standings.length === 0 ? (own[0]?.canvas ?? null) : null
    const before = sums.get(player.id) ?? nothingYet(player, firstCanvas)
    const drawn = { ...before, player, rounds: before.rounds + 1 }
    sums.set(
      player.id,
      own.reduce((sum, drawing) => addDrawing(sum, drawing, hasStreakBonus), drawn),
    )
  }
  return rank([...sums.values()])
}

function playersOf(drawings: readonly DrawingRecord[]): RecordedPlayer[] {
  return [
    ...new Map(drawings.flatMap(({ players }) => players).map((player) => [player.id, player])).values(),
  ]
}

function nothingYet(player: RecordedPlayer, firstCanvas: number | null): Standing {
  const sums = { score: 0, rounds: 0, locks: 0, lockMs: 0, inkLength: 0, streak: 0, bonus: 0 }
  return { player, rank: 0, ...sums, isByKeyboard: false, firstCanvas }
}

function addDrawing(sum: Standing, drawing: DrawingRecord, hasStreakBonus: boolean): Standing {
  const streak = drawing.lock ? sum.streak + 1 : 0
  const steps = hasStreakBonus ? Math.min(Math.max(0, streak - 1), settings.maxStreakSteps) : 0
  const bonus = Math.floor(drawing.points * settings.streakShare * steps)
  return {
    ...sum,
    streak,
    score: sum.score + drawing.points + bonus,
    bonus: sum.bonus + bonus,
    isByKeyboard: sum.isByKeyboard || drawing.isByKeyboard,
    locks: sum.locks + (drawing.lock ? 1 : 0),
    lockMs: sum.lockMs + (drawing.lock?.atMs ?? 0),
    inkLength: sum.inkLength + drawing.inkLength,
  }
}

/** The same standings, the best first, each with its rank among all of them. */
export function rank(standings: readonly Standing[]): Standing[] {
  const sorted = [...standings].sort(compare)
  return sorted.map((standing) => ({
    ...standing,
    rank: 1 + sorted.filter((other) => compare(other, standing) < 0).length,
  }))
}
