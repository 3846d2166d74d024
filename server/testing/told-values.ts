import type { Point } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'

/** The values of all fields of that name in what somebody was sent, however deep. */
export function valuesOf(field: string, told: unknown): unknown[] {
  if (Array.isArray(told)) return told.flatMap((each) => valuesOf(field, each))
  if (typeof told !== 'object' || told === null) return []
  return Object.entries(told).flatMap(([key, value]) => [
    ...(key === field ? [value] : []),
    ...valuesOf(field, value),
  ])
}

/** All points of ink in what somebody was sent. */
export function inkPointsIn(told: unknown): Point[] {
  const inks = valuesOf('inkText', told) as string[]
  return inks.flatMap((text) => decodeInk(text).flatMap((op) => (op.kind === 'draw' ? op.points : [])))
}
