import { guessOf } from '#game/drawing/drawing'
import { presentEdition } from '#game/drawing/editions'
import { strokesOf } from '#game/drawing/ink'
import { type Shown, shownOf } from '#game/drawing/pen-path'
import type { Digit } from '#game/protocol/scalars'
import type { JudgedDrawing } from '#game/scoring/lock'
import { classifyShown } from '#models/classify-shown'
import type { Judge } from '#models/judge'
import type { RecordedDrawing } from '#models/samples-format/read-strokes'
import { asPlayed } from './as-played'
import { fitToPad } from './fit-to-pad'

/** A drawing with a guess after every op, as the rules of the game see it. Its prompt appears as the pen comes down. */
export type WatchedDrawing = JudgedDrawing & {
  /** What the stroke network says at each guess, of all labels. Missing where the judge has none. */
  readonly strokeThousandths?: readonly (readonly number[])[]
}

/** The same drawing with the same answers, had another digit been asked for. */
export function askedFor(watched: WatchedDrawing, prompt: Digit): WatchedDrawing {
  const { guesses, strokeThousandths } = watched
  if (watched.prompt === prompt || !strokeThousandths) return { ...watched, prompt }
  const asked = guesses.map(({ opCount, thousandths }, index) =>
    guessOf({ thousandths, strokeThousandths: strokeThousandths[index] ?? [] }, opCount, prompt),
  )
  return { ...watched, prompt, guesses: asked }
}

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
  const shown: Shown[] = []
  const shownIndices = ink.map(({ kind }, index) => {
    if (kind === 'draw') shown.push(...[shownOf(strokesOf(ink, index + 1)) ?? []].flat())
    return shown.length - 1
  })
  if (shown.length === 0) throw new RangeError('a drawing without ink cannot be watched')
  const answers = classifyShown(judge, shown)
  const guesses = shownIndices.map((at, index) =>
    guessOf(answers[at] ?? { thousandths: [] }, index + 1, prompt),
  )
  const ofStrokes = shownIndices.flatMap((at) => [answers[at]?.strokeThousandths ?? []])
  const hasStrokes = ofStrokes.some(({ length }) => length > 0)
  return {
    ...{ prompt, promptAtMs: 0, ink, guesses, edition: presentEdition },
    ...(hasStrokes && { strokeThousandths: ofStrokes }),
  }
}
