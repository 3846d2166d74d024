import { decodeInk } from '#game/drawing/ink-codec'
import { inkFingerprint } from '#game/fair-play/ink-fingerprint'
import type { DrawingRecord } from '#game/record'

/**
 * [F7] What ink is found again by. Arrow keys move in steps, so that people draw the same; they have no fingerprint.
 * @param startedAt of the round, ms since the epoch
 * @returns when the last of it had arrived at the latest: a credit for lag makes no copy older than what it copies
 * @throws InkFormatError when the text is not ink
 */
export function inkColumns(
  startedAt: number,
  { ink, isByKeyboard, lagCreditMs }: Pick<DrawingRecord, 'ink' | 'isByKeyboard' | 'lagCreditMs'>,
): { fingerprint: string | null; inkedAt: Date } {
  const lastMs = decodeInk(ink).at(-1)?.atMs ?? 0
  return {
    fingerprint: isByKeyboard ? null : inkFingerprint(ink),
    inkedAt: new Date(startedAt + lastMs + lagCreditMs),
  }
}
