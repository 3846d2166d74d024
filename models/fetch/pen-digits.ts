import { unzipSync } from 'fflate'
import type { DrawingLine } from './stroke-file'
import { decompress } from './unix-compress'

/** Side of the box that people wrote in, in the tablet's points; there y points up. */
const boxSide = 500
const parts = { train: 'pendigits-orig.tra.Z', test: 'pendigits-orig.tes.Z' } as const

/**
 * Reads the pen's raw path from UCI's archive of "Pen-Based Recognition of Handwritten Digits".
 *
 * @param zip the archive as UCI serves it
 * @throws RangeError when a part is missing or a digit in it makes no sense
 */
export function readPenDigits(zip: Uint8Array): Record<keyof typeof parts, DrawingLine[]> {
  const files = unzipSync(zip, { filter: ({ name }) => Object.values<string>(parts).includes(name) })
  const read = (part: keyof typeof parts) => {
    const packed = files[parts[part]]
    if (!packed) throw new RangeError(`the archive has no ${parts[part]}`)
    return readUnipen(decompress(packed).toString('latin1'), `pendigits-${part}`)
  }
  return { train: read('train'), test: read('test') }
}

/**
 * The UNIPEN text of these files: `.COMMENT label writer number` begins a digit, then come strokes between `.PEN_DOWN` and
 * `.PEN_UP`, a point a line.
 */
function readUnipen(text: string, writerPrefix: string): DrawingLine[] {
  const drawings: { label: string; writer: string; strokes: number[][][] }[] = []
  let stroke: number[][] | null = null
  for (const [index, line] of text.split('\n').entries()) {
    const [word = '', ...rest] = line.trim().split(/\s+/)
    if (word === '.COMMENT' && /^\d \d+/.test(rest.join(' '))) {
      const [label = '', writer = ''] = rest
      drawings.push({ label, writer: `${writerPrefix}-${writer.padStart(2, '0')}`, strokes: [] })
    } else if (word === '.PEN_DOWN') {
      stroke = []
      const drawing = drawings.at(-1)
      if (!drawing) throw new RangeError(`${writerPrefix}, line ${index + 1}: a stroke of no digit`)
      drawing.strokes.push(stroke)
    } else if (word === '.PEN_UP') stroke = null
    else if (stroke && word !== '' && !word.startsWith('.')) {
      const [x, y] = [Number(word), Number(rest[0])]
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        throw new RangeError(`${writerPrefix}, line ${index + 1}: "${line}" is no point`)
      }
      stroke.push([x, boxSide - y])
    }
  }
  return drawings.filter(({ strokes }) => strokes.some(({ length }) => length > 0))
}
