import { presentEdition } from '#game/drawing/editions'
import { strokesOf } from '#game/drawing/ink'
import { rasterise, rasterSize } from '#game/drawing/rasterise'
import type { Digit } from '#game/protocol/scalars'
import type { JudgedDrawing } from '#game/scoring/lock'
import type { Judge } from '#models/judge'
import type { RecordedDrawing } from '#models/samples-format/read-strokes'
import { asPlayed } from './as-played'
import { fitToPad } from './fit-to-pad'

/** A drawing with a guess after every op, as the rules of the game see it. Its prompt appears as the pen comes down. */
export type WatchedDrawing = JudgedDrawing

/**
 * Asks the judge about a recorded drawing each time a room would: at every batch of ink. A lift changes no picture, so
 * it gets the same answer.
 * @throws RangeError when the drawing has no ink.
 */
export function watchDrawing(
  prompt: Digit,
  drawing: Pick<RecordedDrawing, 'strokes'>,
  judge: Pick<Judge, 'classify'>,
): WatchedDrawing {
  const ink = asPlayed({ strokes: fitToPad(drawing.strokes) })
  const rasterLength = rasterSize * rasterSize
  const rasters: Uint8Array[] = []
  const rasterIndices = ink.map(({ kind }, index) => {
    if (kind === 'draw') rasters.push(rasterise(strokesOf(ink, index + 1)) ?? new Uint8Array(rasterLength))
    return rasters.length - 1
  })
  if (rasters.length === 0) throw new RangeError('a drawing without ink cannot be watched')

  const flat = new Uint8Array(rasters.length * rasterLength)
  for (const [index, raster] of rasters.entries()) flat.set(raster, index * rasterLength)
  const answers = judge.classify(flat)
  const guesses = rasterIndices.map((rasterIndex, index) => ({
    opCount: index + 1,
    thousandths: answers[rasterIndex]?.thousandths ?? [],
  }))
  return { prompt, promptAtMs: 0, ink, guesses, edition: presentEdition }
}
