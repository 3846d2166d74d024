import { nextRandom, type RandomState } from '#game/random'
import { handwrittenStrokes } from '../app/logo/handwriting'

/** x and y in a square of 1, y down; t in ms since the pen first touched down. */
export type PenPoint = { readonly x: number; readonly y: number; readonly t: number }

/** A stroke that is the beginning of any digit, and reads as none. */
export const dash: readonly PenPoint[] = [0.4, 0.5, 0.6].map((x, index) => ({ x, y: 0.5, t: index * 16 }))

/** What a quick finger does: an 8 in some 0.6 s, and less than 100 ms in the air between two strokes. */
const speedPerMs = 0.0042
const airMs = 90
const sampleMs = 1000 / 60

/** The strokes of a digit as one hand writes it, sampled like a touch screen does. Each seed is another hand. */
export function handwrite(digit: number, seed: RandomState): PenPoint[][] {
  const chance = chanceFrom(seed)
  const slant = chance(-0.18, 0.18)
  const width = chance(0.8, 1)
  const height = chance(0.9, 1)
  let t = 0
  return handwrittenStrokes(digit).map((places) => {
    const positions = places.map(([x, y]) => ({
      x: 0.5 + (x / 100 - 0.5) * width - (y / 100 - 0.5) * slant,
      y: 0.5 + (y / 100 - 0.5) * height,
    }))
    const stroke = sample(positions, t).map((point) => ({
      ...point,
      x: point.x + chance(-0.004, 0.004),
      y: point.y + chance(-0.004, 0.004),
    }))
    t = (stroke.at(-1)?.t ?? t) + airMs
    return stroke
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

/** Where the pen is every `sampleMs` when it goes along the positions at its one speed. */
function sample(positions: readonly { x: number; y: number }[], startMs: number): PenPoint[] {
  const points: PenPoint[] = []
  let travelled = 0
  positions.forEach((position, index) => {
    const before = positions[index - 1] ?? position
    travelled += Math.sqrt((position.x - before.x) ** 2 + (position.y - before.y) ** 2)
    const isEnd = index === positions.length - 1
    if (!isEnd && travelled / speedPerMs < points.length * sampleMs) return
    points.push({ ...position, t: Math.round(startMs + travelled / speedPerMs) })
  })
  return points
}
