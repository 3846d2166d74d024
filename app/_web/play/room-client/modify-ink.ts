import type { InkOp } from '#game/drawing/ink'
import type { Modifier } from '#game/protocol/scalars'
import { settings } from '#game/settings'

/**
 * [R27] Applies the game's modifier to ops of the own pen: mirrors their points, or drops what follows the first lift.
 * @param before the own ink of the drawing
 */
export function modifyInk(
  ops: readonly InkOp[],
  modifier: Modifier,
  before: readonly InkOp[],
): readonly InkOp[] {
  if (modifier === 'mirror') return ops.map(mirrorOp)
  if (modifier !== 'one-stroke') return ops
  if (isStrokeOver(modifier, before)) return []
  const lift = ops.findIndex(({ kind }) => kind === 'lift')
  return lift < 0 ? ops : ops.slice(0, lift + 1)
}

/** [R27] */
export function isStrokeOver(modifier: Modifier, ink: readonly InkOp[]): boolean {
  return modifier === 'one-stroke' && ink.at(-1)?.kind === 'lift'
}

function mirrorOp(op: InkOp): InkOp {
  if (op.kind !== 'draw') return op
  return { ...op, points: op.points.map((point) => ({ ...point, x: settings.gridSize - 1 - point.x })) }
}
