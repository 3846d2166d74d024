import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'

/** Where the pen of the arrow keys is, in logical units, and whether it is on the paper. */
export type KeyPen = { readonly x: number; readonly y: number; readonly isDown: boolean }

export type KeyPenOutcome = { readonly pen: KeyPen; readonly ops: readonly InkOp[] }

/** Steps right and down; -1, 0 or 1 each. */
export type Direction = { readonly right: number; readonly down: number }

const middle = settings.gridSize / 2
export const restingKeyPen: KeyPen = { x: middle, y: middle, isDown: false }

/** What one touch of an arrow moves the pen by, and how fast it goes while the key is held, in logical units. */
export const keyStep = 16
const unitsPerMs = 0.5

const arrows: Readonly<Record<string, Direction>> = {
  ArrowRight: { right: 1, down: 0 },
  ArrowLeft: { right: -1, down: 0 },
  ArrowDown: { right: 0, down: 1 },
  ArrowUp: { right: 0, down: -1 },
}

/** @param keys names of the keys that are held @returns the direction; opposite keys cancel out */
export function arrowDirection(keys: Iterable<string>): Direction {
  let right = 0
  let down = 0
  for (const key of keys) {
    right += arrows[key]?.right ?? 0
    down += arrows[key]?.down ?? 0
  }
  return { right, down }
}

export function isArrow(key: string): boolean {
  return key in arrows
}

/** The pen after one touch of an arrow. @param t ms since the round began */
export function stepKeyPen(pen: KeyPen, direction: Direction, t: number): KeyPenOutcome {
  return moveBy(pen, direction, keyStep, t)
}

/** The pen after arrows were held for so long; diagonally it goes no faster. */
export function glideKeyPen(pen: KeyPen, direction: Direction, heldMs: number, t: number): KeyPenOutcome {
  const isSlanted = direction.right !== 0 && direction.down !== 0
  return moveBy(pen, direction, heldMs * unitsPerMs * (isSlanted ? Math.SQRT1_2 : 1), t)
}

/** Puts the pen on the paper or takes it off. */
export function toggleKeyPen(pen: KeyPen, t: number): KeyPenOutcome {
  const op: InkOp = pen.isDown
    ? { kind: 'lift', atMs: t }
    : { kind: 'draw', atMs: t, points: [pointOf(pen, t)] }
  return { pen: { ...pen, isDown: !pen.isDown }, ops: [op] }
}

function moveBy(pen: KeyPen, { right, down }: Direction, length: number, t: number): KeyPenOutcome {
  const moved = { ...pen, x: within(pen.x + right * length), y: within(pen.y + down * length) }
  const from = pointOf(pen, t)
  const to = pointOf(moved, t)
  const isDrawn = pen.isDown && (from.x !== to.x || from.y !== to.y)
  return { pen: moved, ops: isDrawn ? [{ kind: 'draw', atMs: t, points: [to] }] : [] }
}

function within(value: number): number {
  return Math.max(0, Math.min(settings.gridSize - 1, value))
}

/** Ink has whole numbers only; between them the pen may be anywhere. */
function pointOf({ x, y }: KeyPen, t: number) {
  return { x: Math.round(x), y: Math.round(y), t }
}
