import { type Stroke, strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'

/** Ink with fewer points than this may well be alike by chance. */
const leastPoints = 10
const cells = 32

/**
 * [F3] A hash of what is to be seen of a drawing, wherever and how large it is on the pad, whatever its times: the same recording
 * played again has the same one.
 * @param ink in the form of drawing/ink-codec
 * @returns 16 hex digits; null where so little was drawn that two people may well have drawn the same
 * @throws InkFormatError when the text is not ink
 */
export function inkFingerprint(ink: string): string | null {
  const strokes = strokesOf(decodeInk(ink)).filter((stroke) => stroke.length > 0)
  const points = strokes.flat()
  if (points.length < leastPoints) return null
  const [left, top] = [Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y))]
  const size = Math.max(...points.map(({ x, y }) => Math.max(x - left, y - top)))
  if (size === 0) return null
  const toCell = (value: number) => Math.round((value / size) * cells)
  const write = (stroke: Stroke) =>
    stroke.map(({ x, y }) => `${toCell(x - left)},${toCell(y - top)}`).join(' ')
  return hash(strokes.map(write).join('|'))
}

/** FNV-1a over UTF-16 code units, 64 bits. */
function hash(text: string): string {
  let value = 0xcbf29ce484222325n
  for (const character of text) {
    value = BigInt.asUintN(64, (value ^ BigInt(character.charCodeAt(0))) * 0x100000001b3n)
  }
  return value.toString(16).padStart(16, '0')
}
