import type { Position } from '#game/drawing/rasterise'
import type { Strokes } from './augment-drawing'
import type { Chance } from './chance'
import type { Examples } from './training-set'

/**
 * Ways to turn a digit into something that is none, and the digits that survive none of it: a 0, a 1 or an 8 does, a
 * mirrored 2 may pass for a 5, and half a turn makes a 6 of a 9.
 */
const turns: readonly { readonly of: readonly number[]; readonly turn: (place: Position) => Position }[] = [
  { of: [2, 3, 4, 5, 7], turn: ({ x, y }) => ({ x: y, y: -x }) },
  { of: [2, 3, 4, 5, 7], turn: ({ x, y }) => ({ x: -y, y: x }) },
  { of: [3, 4, 6, 7, 9], turn: ({ x, y }) => ({ x: -x, y }) },
  { of: [4, 6, 7, 9], turn: ({ x, y }) => ({ x, y: -y }) },
  { of: [3, 4, 7], turn: ({ x, y }) => ({ x: -x, y: -y }) },
]

/**
 * Something a player may draw that is no digit: a scribble, a sign of no script, two digits side by side, halves of two
 * drawings that do not belong together, a digit turned or mirrored.
 */
export function drawNonsense(
  { digits, others }: Pick<Examples, 'digits' | 'others'>,
  chance: Chance,
): Strokes {
  const kind = chance.next()
  if (kind < 0.2) return scribble(chance)
  if (kind < 0.45) return composed(chance)
  if (kind < 0.5) return sideBySide(chance.pick(digits).strokes, chance.pick(digits).strokes, chance)
  if (kind < 0.7) return misassembled(chance.pick(others).strokes, chance.pick(others).strokes, chance)
  const { label, strokes } = chance.pick(digits)
  const possible = turns.filter((each) => each.of.includes(label))
  if (possible.length === 0) return scribble(chance)
  const { turn } = chance.pick(possible)
  return strokes.map((stroke) => stroke.map(turn))
}

/** A pen that wanders with a will of its own: one to three strokes of changing curvature. */
export function scribble(chance: Chance): Strokes {
  const length = chance.between(2.5, 10)
  return Array.from({ length: 1 + chance.below(3) }, () => {
    const steps = Math.ceil(length * 12)
    let x = chance.normal(0.4)
    let y = chance.normal(0.4)
    let heading = chance.between(0, 2 * Math.PI)
    let curve = chance.normal(0.3)
    const stroke: Position[] = []
    for (let step = 0; step < steps; step++) {
      stroke.push({ x, y })
      if (chance.happens(0.06)) heading += chance.between(1.5, 4.5)
      curve = 0.92 * curve + chance.normal(0.12)
      // Turning home when far out keeps the scribble dense instead of wandering off.
      const home = Math.atan2(-y, -x) - heading
      heading += curve + (x * x + y * y > 0.4 ? 0.3 * Math.sin(home) : 0)
      x += 0.08 * Math.cos(heading)
      y += 0.08 * Math.sin(heading)
    }
    return stroke
  })
}

/** Lines, arcs, rings and hooks put together as signs of many scripts are; of fewer than three some would be digits. */
function composed(chance: Chance): Strokes {
  const strokes: Position[][] = []
  for (let count = 3 + chance.below(3); count > 0; count--) {
    const size = chance.between(0.35, 1)
    const turn = (chance.below(8) * Math.PI) / 4 + chance.normal(0.12)
    const [cos, sin] = [size * Math.cos(turn), size * Math.sin(turn)]
    const joint = strokes.length > 0 && chance.happens(0.6) ? chance.pick(chance.pick(strokes)) : null
    const middle = joint ?? { x: 0.5 * (chance.below(3) - 1), y: 0.5 * (chance.below(3) - 1) }
    const bow = drawBow(chance)
    const pinned = joint && chance.happens(0.6) ? (bow[0] as Position) : { x: 0, y: 0 }
    strokes.push(
      bow.map((place) => {
        const [x, y] = [place.x - pinned.x, place.y - pinned.y]
        return { x: middle.x + cos * x - sin * y, y: middle.y + sin * x + cos * y }
      }),
    )
  }
  return strokes
}

/** A line, an arc, a ring or a hook of about length 1. */
function drawBow(chance: Chance): Position[] {
  const kind = chance.next()
  const bend =
    kind < 0.4 ? chance.normal(0.2) : kind < 0.65 ? chance.between(1.5, 4.5) : kind < 0.8 ? 2 * Math.PI : 0
  const corner = bend === 0 ? chance.between(0.3, 0.7) : 1
  const sharpness = chance.between(1.2, 2.4)
  const steps = 24
  const stroke: Position[] = []
  const length = bend > 5 ? 2 : 1
  let [x, y, heading] = [-0.5, 0, -bend / 2]
  for (let step = 0; step < steps; step++) {
    stroke.push({ x, y })
    if (step === Math.round(corner * steps)) heading += sharpness
    heading += bend / steps
    x += (length / steps) * Math.cos(heading)
    y += (length / steps) * Math.sin(heading)
  }
  return stroke
}

function sideBySide(left: Strokes, right: Strokes, chance: Chance): Strokes {
  const gap = chance.between(0.05, 0.3)
  const leftEdge = Math.max(...left.flat().map(({ x }) => x))
  const rightEdge = Math.min(...right.flat().map(({ x }) => x))
  const rise = chance.normal(0.1)
  return [
    ...left,
    ...right.map((stroke) => stroke.map(({ x, y }) => ({ x: x - rightEdge + leftEdge + gap, y: y + rise }))),
  ]
}

function misassembled(one: Strokes, other: Strokes, chance: Chance): Strokes {
  const half = (strokes: Strokes) => strokes.slice(0, Math.ceil(strokes.length / 2))
  const offX = chance.normal(0.3)
  const offY = chance.normal(0.3)
  return [
    ...half(one),
    ...half(other).map((stroke) => stroke.map(({ x, y }) => ({ x: x + offX, y: y + offY }))),
  ]
}
