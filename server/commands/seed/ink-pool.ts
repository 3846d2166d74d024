import { encodeInk } from '#game/drawing/ink-codec'
import { nextRandom, type RandomState } from '#game/prompts/random'
import { digitCount, labelCount, notADigit } from '#game/protocol/constants'
import { handwrittenStrokes } from '../../../app/_web/ink/logo/handwriting'

/** A drawing that many rows of a seeded database have in common. */
export type PooledDrawing = {
  readonly digit: number
  readonly isLocked: boolean
  readonly ink: string
  readonly pointCount: number
  readonly inkLength: number
  /** As `Drawing.guesses` has them. */
  readonly guesses: readonly (readonly number[])[]
  readonly answer: number
}

const handsPerDigit = 12
const stepMs = 16
const pointsPerBatch = 3

/** Drawings of all digits by several hands, most of them recognised in the end. */
export function poolOfInk(): PooledDrawing[] {
  return Array.from({ length: digitCount * handsPerDigit }, (_, number) => {
    const digit = number % digitCount
    return [true, false].map((isLocked) => pooled(digit, number + 1, isLocked))
  }).flat()
}

function pooled(digit: number, seed: RandomState, isLocked: boolean): PooledDrawing {
  const chance = chanceFrom(seed)
  const [tilt, scale, places] = [chance(-0.15, 0.15), chance(6, 8.5), chance(9, 17)]
  let t = 400
  const ops: Parameters<typeof encodeInk>[0] extends Iterable<infer Op> ? Op[] : never = []
  let [pointCount, inkLength] = [0, 0]
  for (const stroke of handwrittenStrokes(digit)) {
    const points = along(stroke, Math.round(places)).map(([x, y]) => {
      t += stepMs
      return {
        x: 500 + (x - 50) * scale + (50 - y) * tilt * scale + chance(-4, 4),
        y: 500 + (y - 50) * scale + chance(-4, 4),
        t,
      }
    })
    for (let from = 0; from < points.length; from += pointsPerBatch) {
      const batch = points.slice(from, from + pointsPerBatch)
      ops.push({ kind: 'draw', atMs: batch.at(-1)?.t ?? t, points: batch })
    }
    ops.push({ kind: 'lift', atMs: t })
    pointCount += points.length
    for (const [index, point] of points.entries()) {
      const before = points[index - 1] ?? point
      inkLength += Math.hypot(point.x - before.x, point.y - before.y)
    }
    t += 90
  }
  const answer = isLocked ? digit : (digit + 3) % digitCount
  const guesses = ops.map((_, op) => guess(op + 1, answer, Math.round(200 + (780 * (op + 1)) / ops.length)))
  return {
    digit,
    isLocked,
    ink: encodeInk(ops),
    pointCount,
    inkLength: Math.round(inkLength),
    guesses,
    answer,
  }
}

function guess(opCount: number, answer: number, thousandths: number): number[] {
  const answers = Array.from({ length: labelCount }, (_, label) => {
    if (label === answer) return thousandths
    return label === notADigit ? 0 : Math.floor((1000 - thousandths) / (labelCount - 1))
  })
  answers[notADigit] = 1000 - answers.reduce((sum, each) => sum + each, 0)
  return [opCount, ...answers]
}

/** So many places along a line, as a touch screen samples it. */
function along(line: readonly (readonly [number, number])[], count: number): (readonly [number, number])[] {
  return Array.from({ length: count }, (_, index) => {
    const at = (index / (count - 1)) * (line.length - 1)
    const [from, to] = [line[Math.floor(at)] ?? [50, 50], line[Math.ceil(at)] ?? [50, 50]]
    const part = at - Math.floor(at)
    return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part] as const
  })
}

function chanceFrom(seed: RandomState): (least: number, most: number) => number {
  let state = seed
  return (least, most) => {
    const [random, next] = nextRandom(state)
    state = next
    return least + random * (most - least)
  }
}
