import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { outlineOf } from './outline'

/** So fine that of 18,000 digits no two by different tries had the same; and coarse enough for one played larger to have it now and then. */
const cells = 32

/**
 * [F3] A hash of what is to be seen of a drawing, wherever it is on the pad, whatever its times: the same recording played again has
 * the same one. Played larger or smaller, rounding changes that of every other drawing or more; one of a game is enough [F7].
 * @param ink in the form of drawing/ink-codec
 * @returns 16 hex digits; null where so little was drawn that two people may well have drawn the same
 * @throws InkFormatError when the text is not ink
 */
export function inkFingerprint(ink: string): string | null {
  const outline = outlineOf(strokesOf(decodeInk(ink)))
  if (!outline) return null
  const places = outline.places.map(({ x, y }) => `${Math.round(x * cells)},${Math.round(y * cells)}`)
  return hash(`${outline.strokes} ${places.join(' ')}`)
}

/** FNV-1a over UTF-16 code units, 64 bits. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n
  for (const character of text) {
    value = BigInt.asUintN(64, (value ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n)
  }
  return value.toString(16).padStart(16, '0')
}
