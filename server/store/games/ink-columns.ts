import { decodeInk, InkFormatError } from '#game/drawing/ink-codec'
import { drawingHoldReasons } from '#game/fair-play/drawing-hold-reasons'
import { inkFingerprint } from '#game/fair-play/ink-fingerprint'
import { meanArrivalMs } from '#game/fair-play/mean-arrival'
import type { DrawingRecord } from '#game/records/record'

type InkColumns = { fingerprint: string | null; inkedAt: Date }

/**
 * [F7] What ink is found again by. Arrow keys move in steps, so that people draw the same; they have no fingerprint, nor has ink
 * in a form that an older version wrote.
 * @param startedAt of the round, ms since the epoch
 * @returns when it had arrived, on the mean and at the latest: a credit for lag makes no copy older than what it copies
 */
export function inkColumns(
  startedAt: number,
  { ink, isByKeyboard, lagCreditMs }: Pick<DrawingRecord, 'ink' | 'isByKeyboard' | 'lagCreditMs'>,
): InkColumns {
  try {
    return {
      fingerprint: isByKeyboard ? null : inkFingerprint(ink),
      inkedAt: new Date(startedAt + meanArrivalMs(decodeInk(ink)) + lagCreditMs),
    }
  } catch (error) {
    if (!(error instanceof InkFormatError)) throw error
    return { fingerprint: null, inkedAt: new Date(startedAt) }
  }
}

/** [F5] Whether a drawing speaks against its players by itself. Of arrow keys, and of ink that cannot be read, nothing is known. */
export function isSuspect(drawing: DrawingRecord): boolean {
  try {
    return !drawing.isByKeyboard && drawingHoldReasons(drawing).length > 0
  } catch (error) {
    if (!(error instanceof InkFormatError)) throw error
    return false
  }
}
