import { settings } from '#game/settings'
import type { InkOp, Point } from './ink'

/**
 * Ink as text: base64 VLQ (source map specification, ECMA-426, section 6.2), each number as the difference from the one
 * before it, so that a point of a finger at 60 Hz costs about four characters. The same text travels both ways on the
 * wire, is stored in the database, and is what a replay reads.
 *
 * ink := op*        op := kind, atMs difference, (draw only) point count, point*        point := dx, dy, dt
 */
const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
/** By character code; -1 for a character that is not in the alphabet. */
const sextets = Int8Array.from({ length: 128 }, (_, code) => alphabet.indexOf(String.fromCharCode(code)))
const kinds = ['draw', 'lift', 'undo', 'clear'] as const

export class InkFormatError extends Error {
  override readonly name = 'InkFormatError'
}

/** Most differences are small, and are looked up: [-shortest, shortest) has one or two characters. */
const shortest = 512
const shortTexts = Array.from({ length: 2 * shortest }, (_, index) => encodeLong(index - shortest))

function encodeLong(value: number): string {
  let rest = value < 0 ? -value * 2 + 1 : value * 2
  let text = ''
  do {
    const isLast = rest < 32
    text += alphabet[(rest % 32) + (isLast ? 0 : 32)]
    rest = Math.floor(rest / 32)
  } while (rest > 0)
  return text
}

function encodeNumber(value: number): string {
  return shortTexts[value + shortest] ?? encodeLong(value)
}

/** @param ink whole numbers only; others are cut to whole numbers. */
export function encodeInk(ink: Iterable<InkOp>): string {
  let text = ''
  let [lastAtMs, lastX, lastY, lastT] = [0, 0, 0, 0]
  for (const op of ink) {
    const atMs = Math.trunc(op.atMs)
    text += encodeNumber(kinds.indexOf(op.kind)) + encodeNumber(atMs - lastAtMs)
    lastAtMs = atMs
    if (op.kind !== 'draw') continue
    text += encodeNumber(op.points.length)
    for (const point of op.points) {
      const [x, y, t] = [Math.trunc(point.x), Math.trunc(point.y), Math.trunc(point.t)]
      text += encodeNumber(x - lastX) + encodeNumber(y - lastY) + encodeNumber(t - lastT)
      lastX = x
      lastY = y
      lastT = t
    }
  }
  return text
}

const maxTimeMs = 3_600_000

/**
 * @returns the ops, every number within its bounds, times never running backwards.
 * @throws InkFormatError when the text is not ink, or a number in it is out of bounds.
 */
export function decodeInk(text: string): InkOp[] {
  const ink: InkOp[] = []
  let [atMs, x, y, t] = [0, 0, 0, 0]
  let position = 0

  function number(): number {
    let value = 0
    for (let scale = 1; scale <= 32 ** 5; scale *= 32) {
      const sextet = sextets[text.charCodeAt(position++)] ?? -1
      if (sextet < 0) throw new InkFormatError(`not ink at character ${position}`)
      value += (sextet % 32) * scale
      if (sextet < 32) return value % 2 === 1 ? -(value - 1) / 2 : value / 2
    }
    throw new InkFormatError(`a number is too long at character ${position}`)
  }
  function place(name: string, before: number): number {
    return within(name, before + number(), settings.gridSize - 1)
  }
  function time(name: string, before: number): number {
    const value = within(name, before + number(), maxTimeMs)
    if (value < before) throw new InkFormatError(`${name} runs backwards`)
    return value
  }
  function points(): Point[] {
    const count = number()
    if (count < 1 || count > settings.maxPointsPerDrawing) throw new InkFormatError(`${count} points`)
    const taken: Point[] = []
    while (taken.length < count) {
      x = place('x', x)
      y = place('y', y)
      t = time('t', t)
      taken.push({ x, y, t })
    }
    return taken
  }

  while (position < text.length) {
    const kind = kinds[number()]
    if (kind === undefined) throw new InkFormatError(`unknown op before character ${position}`)
    atMs = time('atMs', atMs)
    ink.push(kind === 'draw' ? { kind, atMs, points: points() } : { kind, atMs })
  }
  return ink
}

function within(name: string, value: number, max: number): number {
  if (value < 0 || value > max) throw new InkFormatError(`${name} ${value} is out of bounds`)
  return value
}
