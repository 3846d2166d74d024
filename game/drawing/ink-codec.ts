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

function encodeNumber(value: number): string {
  let rest = value < 0 ? -value * 2 + 1 : value * 2
  let text = ''
  do {
    const isLast = rest < 32
    text += alphabet[(rest % 32) + (isLast ? 0 : 32)]
    rest = Math.floor(rest / 32)
  } while (rest > 0)
  return text
}

/** @param ink whole numbers only; others are cut to whole numbers. */
export function encodeInk(ink: Iterable<InkOp>): string {
  let text = ''
  const last = { atMs: 0, x: 0, y: 0, t: 0 }
  const put = (field: keyof typeof last, value: number) => {
    const whole = Math.trunc(value)
    text += encodeNumber(whole - last[field])
    last[field] = whole
  }
  for (const op of ink) {
    text += encodeNumber(kinds.indexOf(op.kind))
    put('atMs', op.atMs)
    if (op.kind !== 'draw') continue
    text += encodeNumber(op.points.length)
    for (const { x, y, t } of op.points) {
      put('x', x)
      put('y', y)
      put('t', t)
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
  const last = { atMs: 0, x: 0, y: 0, t: 0 }
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
  function take(field: keyof typeof last, max: number): number {
    const value = last[field] + number()
    if (value < 0 || value > max) throw new InkFormatError(`${field} ${value} is out of bounds`)
    last[field] = value
    return value
  }
  function time(field: 'atMs' | 't'): number {
    const before = last[field]
    const value = take(field, maxTimeMs)
    if (value < before) throw new InkFormatError(`${field} runs backwards`)
    return value
  }
  function points(): Point[] {
    const count = number()
    if (count < 1 || count > settings.maxPointsPerDrawing) throw new InkFormatError(`${count} points`)
    const max = settings.gridSize - 1
    const taken: Point[] = []
    while (taken.length < count) taken.push({ x: take('x', max), y: take('y', max), t: time('t') })
    return taken
  }

  while (position < text.length) {
    const kind = kinds[number()]
    if (kind === undefined) throw new InkFormatError(`unknown op before character ${position}`)
    const atMs = time('atMs')
    ink.push(kind === 'draw' ? { kind, atMs, points: points() } : { kind, atMs })
  }
  return ink
}
