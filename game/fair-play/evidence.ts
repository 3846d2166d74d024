import type { Digit } from '#game/protocol/scalars'
import type { DrawingRecord } from '#game/records/record'
import { type Suspicion, suspect } from './drawing-hold-reasons'
import { measureDrawing } from './measure'

/** What the end of a game needs of a drawing to tell whether a hand made it. */
export type Evidence = Suspicion & {
  readonly prompt: Digit
  /** From the prompt to the lock, without the way to the screen. */
  readonly lockMs: number
  /** From the prompt to the first ink, likewise; null where nothing is known of it, as in rooms that 0.16.0 left behind. */
  readonly reactionMs: number | null
  /** In the form of drawing/ink-codec: copies are found by it. */
  readonly inkText: string
}

/**
 * [F2] [F3] Taken from each drawing when its round is over, so that a room need not keep what was drawn and guessed.
 * @returns null for a drawing that never locked, by which nothing was gained, and for arrow keys, which move as no hand does
 * @throws InkFormatError when the stored ink cannot be read
 */
export function evidenceOf(drawing: DrawingRecord): Evidence | null {
  const measures = drawing.isByKeyboard ? null : measureDrawing(drawing)
  if (!measures) return null
  const { prompt, lagCreditMs, ink } = drawing
  const { lockMs, reactionMs } = measures
  return {
    ...suspect({ prompt, lagCreditMs }, measures),
    ...{ prompt, lockMs, inkText: ink },
    reactionMs: Number.isFinite(reactionMs) ? reactionMs : null,
  }
}
