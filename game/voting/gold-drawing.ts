import type { InkOp, Point } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import { nextRandom, type RandomState } from '#game/prompts/random'
import { digitCount } from '#game/protocol/constants'
import type { Digit } from '#game/protocol/scalars'

/** A control drawing (a gold question) whose digit is known: votes of players who misread it do not count [S17]. */
export type GoldDrawing = { readonly digit: Digit; readonly inkText: string }

type Line = readonly (readonly [number, number])[]

/** Digits as everybody writes them, in a square of 100 by 100. */
const shapes: readonly (readonly Line[])[] = [
  // biome-ignore format: one line for each stroke
  [[[50, 4], [30, 10], [20, 30], [18, 55], [24, 80], [42, 96], [62, 94], [78, 76], [82, 50], [76, 22], [64, 8], [50, 4]]],
  // biome-ignore format: one line for each stroke
  [[[32, 28], [55, 5], [55, 95]], [[32, 95], [78, 95]]],
  // biome-ignore format: one line for each stroke
  [[[20, 28], [28, 12], [48, 4], [68, 10], [76, 28], [68, 46], [45, 68], [20, 95], [82, 95]]],
  // biome-ignore format: one line for each stroke
  [[[22, 14], [45, 4], [68, 12], [72, 28], [60, 44], [42, 48], [66, 52], [78, 70], [66, 90], [42, 96], [20, 86]]],
  // biome-ignore format: one line for each stroke
  [[[40, 5], [18, 62], [84, 62]], [[64, 36], [64, 96]]],
  // biome-ignore format: one line for each stroke
  [[[76, 6], [30, 6], [26, 46], [48, 40], [70, 48], [78, 68], [66, 90], [42, 96], [20, 86]]],
  // biome-ignore format: one line for each stroke
  [[[66, 6], [42, 22], [26, 48], [22, 72], [34, 92], [54, 96], [74, 84], [74, 64], [58, 52], [38, 56], [24, 72]]],
  // biome-ignore format: one line for each stroke
  [[[18, 6], [82, 6], [58, 48], [45, 95]], [[36, 50], [74, 50]]],
  // biome-ignore format: one line for each stroke
  [[[50, 47], [30, 34], [28, 16], [48, 4], [70, 14], [68, 34], [50, 47], [26, 62], [22, 84], [48, 96], [76, 84], [74, 62], [50, 47]]],
  // biome-ignore format: one line for each stroke
  [[[74, 28], [62, 46], [42, 48], [26, 34], [28, 14], [48, 4], [68, 10], [74, 28], [72, 62], [58, 96]]],
]

/** Ways in which people draw to fool a network. */
const styles = ['plain', 'dashed', 'double', 'underlined', 'boxed'] as const

/**
 * A digit that people can read, in the style of the drawings it is mixed with: distorted, dashed, doubled, underlined or boxed. Each
 * seed gives another one, so that players cannot learn to tell it apart.
 */
export function goldDrawing(seed: RandomState): GoldDrawing {
  let state = seed
  const random = () => {
    const [value, next] = nextRandom(state)
    state = next
    return value
  }
  const digit = Math.floor(random() * digitCount)
  const style = styles[Math.floor(random() * styles.length)] ?? 'plain'
  const [slant, wide, high, left, top] = [
    random() * 0.36 - 0.18,
    3.4 + random() * 2.2,
    4.2 + random() * 2,
    200 + random() * 120,
    130 + random() * 120,
  ]
  const place = ([x, y]: readonly [number, number]) => {
    const wobble = () => (random() - 0.5) * 16
    return [left + (x + slant * (100 - y)) * wide + wobble(), top + y * high + wobble()] as const
  }
  const lines = styled(shapes[digit] ?? [], style).map((line) => line.map(place))
  return { digit, inkText: encodeInk(inkOf(lines)) }
}

function styled(shape: readonly Line[], style: (typeof styles)[number]): readonly Line[] {
  const fine = shape.map(divide)
  switch (style) {
    case 'plain':
      return fine
    case 'dashed':
      return fine.flatMap(dashesOf)
    case 'double':
      return [...fine, ...fine.map((line) => line.map(([x, y]) => [x + 5, y + 4] as const))]
    case 'underlined':
      // biome-ignore format: one line for each stroke
      return [...fine, divide([[2, 108], [98, 106]]), divide([[6, 116], [94, 114]])]
    case 'boxed':
      // biome-ignore format: one line for each stroke
      return [...fine, divide([[0, -12], [100, -12], [102, 110], [-2, 110], [0, -12]])]
  }
}

/** With three more points between any two. */
function divide(line: Line): Line {
  return line.flatMap((to, at) => {
    const from = line[at - 1]
    if (!from) return [to]
    return [0.25, 0.5, 0.75, 1].map(
      (share) => [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share] as const,
    )
  })
}

/** Three points of ink, then a gap. */
function dashesOf(line: Line): Line[] {
  const dashes: Line[] = []
  for (let at = 0; at < line.length - 1; at += 3) dashes.push(line.slice(at, at + 3))
  return dashes
}

const pointMs = 16

function inkOf(lines: readonly Line[]): InkOp[] {
  let t = 0
  return lines.flatMap((line): InkOp[] => {
    const points = line.map(([x, y]): Point => {
      t += pointMs
      return { x: Math.round(x), y: Math.round(y), t }
    })
    return [
      { kind: 'draw', atMs: t, points },
      { kind: 'lift', atMs: t },
    ]
  })
}
