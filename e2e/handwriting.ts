import { nextRandom, type RandomState } from '#game/prompts/random'
import { handwrittenStrokes } from '../app/_web/ink/logo/handwriting'

type Position = { readonly x: number; readonly y: number }

/** x and y in a square of 1, y down; t in ms since the pen first touched down. */
export type PenPoint = Position & { readonly t: number }

/** A stroke that is the beginning of any digit, and reads as none. */
export const dash: readonly PenPoint[] = [0.4, 0.5, 0.6].map((x, index) => ({ x, y: 0.5, t: index * 16 }))

/** What a quick finger does: an 8 in some 0.6 s, and less than 100 ms in the air between two strokes. */
const speedPerMs = 0.0042
const airMs = 90
const sampleMs = 1000 / 60

/**
 * The strokes of a digit as one hand writes it, sampled like a touch screen does. Each seed is another try: no hand draws a digit
 * twice alike, nor at one speed.
 */
export function handwrite(digit: number, seed: RandomState): PenPoint[][] {
  const chance = chanceFrom(seed)
  const slant = chance(-0.18, 0.18)
  const width = chance(0.8, 1)
  const height = chance(0.9, 1)
  const sway = swayFrom(chance)
  let t = 0
  return handwrittenStrokes(digit).map((places) => {
    const positions = places.map(([x, y]) =>
      sway({
        x: 0.5 + (x / 100 - 0.5) * width - (y / 100 - 0.5) * slant,
        y: 0.5 + (y / 100 - 0.5) * height,
      }),
    )
    const stroke = sample(positions, t, chance(0.3, 0.6)).map((point) => ({
      ...point,
      x: point.x + chance(-0.004, 0.004),
      y: point.y + chance(-0.004, 0.004),
    }))
    t = (stroke.at(-1)?.t ?? t) + airMs
    return stroke
  })
}

type Chance = (least: number, most: number) => number

function chanceFrom(seed: RandomState): Chance {
  let state = seed
  return (least, most) => {
    const [random, next] = nextRandom(state)
    state = next
    return least + random * (most - least)
  }
}

/** Moves all places a little, and neighbours alike: lines stay smooth, and what touches still does. */
function swayFrom(chance: Chance): (position: Position) => Position {
  const waves = Array.from({ length: 6 }, () => ({
    across: chance(-1.4, 1.4),
    down: chance(-1.4, 1.4),
    phase: chance(0, 1),
    x: chance(-0.014, 0.014),
    y: chance(-0.014, 0.014),
  }))
  return ({ x, y }) =>
    waves.reduce(
      (moved, { across, down, phase, ...most }) => {
        const swing = Math.sin(2 * Math.PI * (across * x + down * y + phase))
        return { x: moved.x + most.x * swing, y: moved.y + most.y * swing }
      },
      { x, y },
    )
}

/**
 * Where the pen is every `sampleMs`. It sets out slowly and comes to rest slowly.
 * @param lag how much of its speed a pen lacks at both ends
 */
function sample(positions: readonly Position[], startMs: number, lag: number): PenPoint[] {
  const points: PenPoint[] = []
  const steps = positions.map((position, index) => distance(positions[index - 1] ?? position, position))
  const whole = steps.reduce((sum, step) => sum + step, 0)
  let travelled = 0
  let ms = 0
  positions.forEach((position, index) => {
    const step = steps[index] ?? 0
    travelled += step
    const share = whole === 0 ? 0 : travelled / whole
    ms += step / (speedPerMs * (1 - lag + 2.4 * lag * Math.sin(Math.PI * share)))
    const isEnd = index === positions.length - 1
    if (!isEnd && ms < points.length * sampleMs) return
    points.push({ ...position, t: Math.round(startMs + ms) })
  })
  return points
}

function distance(one: Position, other: Position): number {
  return Math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2)
}
