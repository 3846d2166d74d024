import { settings } from '#game/settings'
import { type ParsedInk, parseInk } from './parse'

const whole = '(0|[1-9]\\d{0,5})'
/** engine.io's message, in it socket.io's event without an acknowledgement, in it the fields as pages send them. */
const inkMessage = new RegExp(
  `^42\\["ink:add",\\{"round":${whole},"drawing":${whole},"from":${whole},` +
    `"inkText":"([A-Za-z0-9+/]{1,${settings.maxBatchChars}})"(?:,"isByKeyboard":(?:(true)|false))?\\}\\]$`,
)

/**
 * Reads ink where it arrives, in one pass instead of those of engine.io, socket.io, JSON and schema.
 * @returns null for whatever is not exactly as pages send it, which is for these to read
 */
export function readInk(frame: Buffer): ParsedInk | null {
  const found = inkMessage.exec(frame.toString('latin1'))
  if (!found) return null
  const [round, drawing, from] = [Number(found[1]), Number(found[2]), Number(found[3])]
  const isWithin =
    round < settings.maxRounds && drawing < settings.maxDrawingsPerCanvas && from <= settings.maxOpsPerDrawing
  const ops = isWithin ? parseInk(found[4] ?? '') : null
  return ops && { round, drawing, from, isByKeyboard: found[5] !== undefined, ops }
}
