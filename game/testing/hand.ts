import type { InkOp, Point } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import { nextRandom } from '#game/prompts/random'
import type { DrawingRecord } from '#game/records/record'
import { settings } from '#game/settings'
import { ada, answer } from './stories'

const writingMs = 480
const sampleMs = 16

/** The points of a curve as a hand draws it, from 0 ms on: slow at its ends, and each seed is another try. */
export function curve(seed: number): Point[] {
  const [bend, after] = nextRandom(seed)
  const [turn, later] = nextRandom(after)
  const [height] = nextRandom(later)
  return Array.from({ length: writingMs / sampleMs + 1 }, (_, index) => {
    const time = (index * sampleMs) / writingMs
    const way = time - (0.6 * Math.sin(2 * Math.PI * time)) / (2 * Math.PI)
    return {
      x: Math.round(500 + (120 + 120 * bend) * Math.sin(2 * Math.PI * (way + turn))),
      y: Math.round(200 + (400 + 200 * height) * way),
      t: index * sampleMs,
    }
  })
}

/** In batches as a pen sends them, the first point at once; `beginMs` after the prompt by the pen's clock. */
export function inTime(
  points: readonly Point[],
  beginMs = 420,
  batchMs: number = settings.inkBatchMs,
): InkOp[] {
  const batchOf = ({ t }: Point) => Math.ceil(t / batchMs) * batchMs
  const draws = [...new Set(points.map(batchOf))].map((atMs): InkOp => {
    const batch = points.filter((point) => batchOf(point) === atMs)
    return {
      kind: 'draw',
      atMs: atMs + beginMs,
      points: batch.map((point) => ({ ...point, t: point.t + beginMs })),
    }
  })
  return [...draws, { kind: 'lift', atMs: draws.at(-1)?.atMs ?? beginMs }]
}

/** All at once; by the times of its points it has just been drawn. */
export function atOnce(points: readonly Point[], atMs: number): InkOp[] {
  const beginMs = atMs - (points.at(-1)?.t ?? 0)
  const drawn = points.map((point) => ({ ...point, t: Math.max(0, point.t + beginMs) }))
  return [
    { kind: 'draw', atMs, points: drawn },
    { kind: 'lift', atMs },
  ]
}

/** A drawing that locks with its last ink. */
export function locked(ink: readonly InkOp[], change: Partial<DrawingRecord> = {}): DrawingRecord {
  const guesses = [{ opCount: ink.length, thousandths: answer(8, 990) }]
  const player = { id: ada, name: 'Ada', colour: 0 }
  return {
    ...{ points: 900, speed: 0.9, cleanness: 1, canvas: 0, index: 0, players: [player] },
    ...{ prompt: 8, promptAtMs: 0, ink: encodeInk(ink), pointCount: 30, inkLength: 900 },
    ...{ guesses, lock: { atMs: ink.at(-1)?.atMs ?? 0, guessIndex: 0, heldIndex: 0 } },
    ...{ wrongLocks: 0, lagCreditMs: 0, isByKeyboard: false },
    ...change,
  }
}
