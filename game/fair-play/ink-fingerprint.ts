import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { fairPlayLimits } from './limits'
import { inkOutlineOf } from './outline'

/** Coarse, so that noise or another size seldom changes the hash: of 17,000 digits one in twenty shares its own with another. */
const cells = 8
const pointCount = 8

/**
 * [F3] A hash of the visible ink of a drawing that does not depend on position and times, so that a recording played again has the same
 * one. At half the size 86 % keep it, and 62 % with every point moved by up to 3 units. Other drawings may share it by chance: whether
 * one is a copy of another, their outlines decide.
 * @param ink in the form of drawing/ink-codec
 * @returns 16 hex digits; null where so little was drawn that two people may well have drawn the same
 * @throws InkFormatError when the text is not ink
 */
export function inkFingerprint(ink: string): string | null {
  const outline = inkOutlineOf(strokesOf(decodeInk(ink)), pointCount)
  if (!outline) return null
  const cellsOnWay = outline.points.map(({ x, y }) => `${Math.round(x * cells)},${Math.round(y * cells)}`)
  return hash(`${outline.strokes} ${cellsOnWay.join(' ')}`)
}

/** FNV-1a over UTF-16 code units, 64 bits. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n
  for (const character of text) {
    value = BigInt.asUintN(64, (value ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n)
  }
  return value.toString(16).padStart(16, '0')
}

/**
 * [F3] Whether a player played with ink that was there before: one drawing may be like another by chance, where there are others.
 * @param known how many of the drawings were there before
 * @param drawings how many of them have ink enough to be found again
 */
export function isKnownInk(known: number, drawings: number): boolean {
  return known > 0 && known >= Math.min(fairPlayLimits.leastStrange, drawings)
}
