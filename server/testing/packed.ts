import type { Stroke } from '#game/drawing/ink'
import { createInkPacker, type PackedDrawing } from '#server/judge/packed-drawings'

/** A drawing of these strokes as judges are given it. */
export function packed(...strokes: readonly Stroke[]): PackedDrawing {
  const packer = createInkPacker()
  for (const points of strokes)
    packer.add([
      { kind: 'draw', atMs: 0, points },
      { kind: 'lift', atMs: 0 },
    ])
  return packer.pack()
}
