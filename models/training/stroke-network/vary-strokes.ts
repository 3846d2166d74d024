import type { Position } from '#game/drawing/rasterise'
import type { Strokes } from '#models/training/augment-drawing'
import type { Chance } from '#models/training/chance'
import { randomWarp } from '#models/training/warp'

/** How much of what other hands do is done to a drawing; shares are of drawings. */
export type Variation = {
  /** As of `randomWarp`, on average. */
  readonly warp: number
  /** Share of strokes that are drawn from their end. Half as many drawings have all of them so. */
  readonly reversed: number
  /** Where the strokes come in another order. */
  readonly reordered: number
  /** Where the pen lost touch in the middle of a stroke, as fingers do. */
  readonly broken: number
  /** Where something touched the pad before the pen did: a dot or a short line. */
  readonly stray: number
  /** Where up to the last `mostMissing` is not there yet. */
  readonly unfinished: number
}

const mostMissing = 0.15

/**
 * A drawing as another hand, going about it another way, might have made it.
 *
 * @param strokes in units of `toUnit`, with at least one point
 */
export function varyStrokes(strokes: Strokes, variation: Variation, chance: Chance): Strokes {
  const { reversed, reordered, broken, stray, unfinished } = variation
  const ordered = strokes.length > 1 && chance.happens(reordered) ? shuffle(strokes, chance) : strokes
  const isAllReversed = chance.happens(reversed / 2)
  const turned = ordered.map((stroke) =>
    isAllReversed || chance.happens(reversed) ? stroke.toReversed() : stroke,
  )
  const whole = chance.happens(broken) ? breakOne(turned, chance) : turned
  const parts = chance.happens(stray) ? [strayTouch(chance), ...whole] : whole
  const warp = randomWarp(chance, variation.warp * chance.between(0.4, 1.6))
  const shake = chance.happens(0.4) ? chance.between(0, 0.012) : 0
  const every = chance.happens(0.3) ? 1 + chance.below(4) : 1
  const drift = parts.length > 1 ? 0.025 : 0
  const warped = parts.map((stroke) => {
    const [offX, offY] = [chance.normal(drift), chance.normal(drift)]
    return stroke
      .filter((_, index, { length }) => index % every === 0 || index === length - 1)
      .map(({ x, y }) => {
        const [warpedX, warpedY] = warp(x, y)
        return { x: warpedX + offX + chance.normal(shake), y: warpedY + offY + chance.normal(shake) }
      })
  })
  return chance.happens(unfinished) ? prefixOf(warped, 1 - chance.between(0, mostMissing)) : warped
}

/** One stroke becomes two, of which each keeps two points at least. */
function breakOne(strokes: Strokes, chance: Chance): Strokes {
  const at = chance.below(strokes.length)
  const stroke = strokes[at] ?? []
  if (stroke.length < 4) return strokes
  const cut = 2 + chance.below(stroke.length - 3)
  return strokes.toSpliced(at, 1, stroke.slice(0, cut), stroke.slice(cut))
}

function strayTouch(chance: Chance): Position[] {
  const [x, y] = [chance.between(-0.5, 0.5), chance.between(-0.5, 0.5)]
  const [alongX, alongY] = chance.happens(0.5) ? [0, 0] : [chance.normal(0.1), chance.normal(0.1)]
  return [0, 0.5, 1].map((share) => ({ x: x + share * alongX, y: y + share * alongY }))
}

function shuffle(strokes: Strokes, chance: Chance): Strokes {
  return strokes
    .map((stroke) => ({ stroke, key: chance.next() }))
    .toSorted((one, other) => one.key - other.key)
    .map(({ stroke }) => stroke)
}

/** What is there when so much of a drawing's points has been drawn; at least one point. */
export function prefixOf(strokes: Strokes, share: number): Strokes {
  let left = Math.max(1, Math.ceil(strokes.flat().length * share))
  const kept: (readonly Position[])[] = []
  for (const stroke of strokes) {
    if (left <= 0) break
    kept.push(stroke.slice(0, left))
    left -= stroke.length
  }
  return kept
}

/** Points nearer to the last one that is kept than this are left out: a path has fewer places than drawings have points. */
const seenDistance = 0.02

/** @param strokes in units of `toUnit` */
export function thinStrokes(strokes: Strokes): Strokes {
  return strokes.map((stroke) => {
    let last: Position | null = null
    return stroke.filter((point, index) => {
      const isNear = last !== null && (point.x - last.x) ** 2 + (point.y - last.y) ** 2 < seenDistance ** 2
      if (isNear && index < stroke.length - 1) return false
      last = point
      return true
    })
  })
}
