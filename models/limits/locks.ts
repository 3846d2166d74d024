import { strokesOf } from '#game/drawing/ink'
import { rasterise, rasterSize } from '#game/drawing/rasterise'
import { isDrawing, shapeOf } from '#game/drawing/shape'
import { settings } from '#game/settings'
import { asPlayed } from '#models/evaluation/as-played'
import { fitToPad } from '#models/evaluation/fit-to-pad'
import type { TestSet } from '#models/evaluation/test-sets'
import type { Judge } from '#models/judge'
import type { RecordedDrawing } from '#models/samples-format/read-strokes'
import { randomPolylines } from './polylines'

const extents = [512, 128, 96, 72, 64]

/** How many finished drawings lock as each digit, by the judge alone and where a lock needs a drawing [F1]. */
function locksOf(drawings: readonly Pick<RecordedDrawing, 'strokes'>[], judge: Pick<Judge, 'classify'>) {
  const [before, now] = [new Array<number>(10).fill(0), new Array<number>(10).fill(0)]
  const pixels = new Uint8Array(drawings.length * rasterSize ** 2)
  const shown = drawings.map((drawing) => strokesOf(asPlayed(drawing)))
  for (const [index, strokes] of shown.entries()) {
    pixels.set(rasterise(strokes) ?? [], index * rasterSize ** 2)
  }
  for (const [index, { thousandths }] of judge.classify(pixels).entries()) {
    const digit = thousandths.slice(0, 10).findIndex((value) => value >= settings.lockThousandths)
    if (digit < 0) continue
    before[digit] = (before[digit] ?? 0) + 1
    if (isDrawing(shapeOf(shown[index] ?? []))) now[digit] = (now[digit] ?? 0) + 1
  }
  return { before, now }
}

export function reportLocks(judge: Judge, sets: readonly TestSet[]): string[] {
  const { before, now } = locksOf(randomPolylines(1_500, 1), judge)
  const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0)
  const lines = [
    'Locks, by the judge alone and where a lock needs a drawing:',
    `  1,500 random polylines: ${sum(before)} -> ${sum(now)}; as 0 to 9: ${before.join(' ')} -> ${now.join(' ')}`,
  ]
  for (const { name, recorded } of sets) {
    for (const extent of recorded.length > 0 ? extents : []) {
      const small = recorded.map(({ drawing }) => ({ strokes: shrink(drawing.strokes, extent) }))
      const locks = locksOf(small, judge)
      lines.push(
        `  ${name}, ${extent} units large: ${sum(locks.before)} -> ${sum(locks.now)} of ${small.length}`,
      )
    }
  }
  return lines
}

type Strokes = RecordedDrawing['strokes']

/** A drawing as small as `extent` logical units in the corner of the pad, on whole units as it would arrive. */
function shrink(strokes: Strokes, extent: number): Strokes {
  const corner = extent / 2 - settings.gridSize / 2
  return fitToPad(strokes, extent).map((stroke) =>
    stroke.map(({ x, y, t }) => ({ x: Math.round(x + corner), y: Math.round(y + corner), t })),
  )
}
