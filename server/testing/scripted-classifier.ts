import type { Stroke } from '#game/drawing/ink'
import { type Classifier, OverloadedError } from '#server/judge/classifier'
import { createInkPacker, type PackedDrawing } from '#server/judge/packed-drawings'

export type ScriptedClassifier = Classifier & {
  /** How many drawings it was given. */
  readonly asked: number
}

/**
 * A fake judge with scripted answers, asynchronous like the real one.
 * @param script the label of the next drawing, 0-10, or null for an overloaded judge
 */
export function createScriptedClassifier(script: () => number | null): ScriptedClassifier {
  let asked = 0
  let version = 'digits-v1'
  return {
    get asked() {
      return asked
    },
    get judge() {
      return { version, engine: 'wasm' } as const
    },
    load: { workers: 1, waiting: 0, busyMs: 0 },
    async classify() {
      asked++
      const label = script()
      if (label === null) throw new OverloadedError('scripted')
      return { thousandths: Array.from({ length: 11 }, (_, each) => (each === label ? 980 : 2)) }
    },
    async swap(next) {
      version = next
    },
    async close() {},
  }
}

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
