import type { Position } from '#game/drawing/rasterise'
import type { Strokes } from '#models/training/augment-drawing'
import type { Chance } from '#models/training/chance'
import { randomWarp } from '#models/training/warp'

/** A drawing stays what it is when a stroke is drawn from its end, or strokes come in another order. */
const reversedShare = 0.05
const reorderedShare = 0.12

/**
 * A drawing as another hand, going about it another way, might have made it, and as far as it might have come.
 *
 * @param strokes in units of `toUnit`, with at least one point
 * @param leastShare of its points that are there
 */
export function varyStrokes(strokes: Strokes, leastShare: number, chance: Chance): Strokes {
  const ordered = strokes.length > 1 && chance.happens(reorderedShare) ? shuffle(strokes, chance) : strokes
  const isAllReversed = chance.happens(reversedShare / 2)
  const turned = ordered.map((stroke) =>
    isAllReversed || chance.happens(reversedShare) ? stroke.toReversed() : stroke,
  )
  const warp = randomWarp(chance, chance.between(0.3, 1.2))
  const shake = chance.happens(0.4) ? chance.between(0, 0.012) : 0
  const every = chance.happens(0.3) ? 1 + chance.below(4) : 1
  const drift = turned.length > 1 ? 0.025 : 0
  const warped = turned.map((stroke) => {
    const [offX, offY] = [chance.normal(drift), chance.normal(drift)]
    return stroke
      .filter((_, index, { length }) => index % every === 0 || index === length - 1)
      .map(({ x, y }) => {
        const [warpedX, warpedY] = warp(x, y)
        return { x: warpedX + offX + chance.normal(shake), y: warpedY + offY + chance.normal(shake) }
      })
  })
  return chance.happens(0.3) ? prefixOf(warped, chance.between(leastShare, 1)) : warped
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
