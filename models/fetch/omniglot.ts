import { strFromU8, unzipSync } from 'fflate'
import type { DrawingLine } from './stroke-file'

/** Alphabets to learn from and to test on; letters of the first two may fairly be read as digits. */
const alphabets = { train: ['Greek', 'Latin', 'Tagalog'], test: ['Korean'] } as const
const lookalikeAlphabets = ['Greek', 'Latin']

/** `strokes_background/<alphabet>/<character>/<number>_<drawer>.txt` */
const filePattern = /^strokes_background\/([^/]+)\/(character\d+)\/\d+_(\d+)\.txt$/

/**
 * Reads letters, drawn in web browsers, from Omniglot's archive of strokes.
 *
 * @param zip `strokes_background.zip`
 * @throws RangeError naming the file with a point that is none
 */
export function readOmniglot(zip: Uint8Array): Record<keyof typeof alphabets, DrawingLine[]> {
  const wanted = new Set<string>([...alphabets.train, ...alphabets.test])
  const files = unzipSync(zip, { filter: ({ name }) => wanted.has(filePattern.exec(name)?.[1] ?? '') })
  const drawings = Object.keys(files)
    .sort()
    .map((name) => {
      const [, alphabet = '', character = '', drawer = ''] = filePattern.exec(name) ?? []
      const drawing: DrawingLine = {
        label: `${alphabet}/${character}`,
        writer: `omniglot-${alphabet}-${drawer}`,
        strokes: readStrokes(strFromU8(files[name] ?? new Uint8Array()), name),
        lookalike: lookalikeAlphabets.includes(alphabet),
      }
      return { alphabet, drawing }
    })
  const of = (part: readonly string[]) =>
    drawings.filter(({ alphabet }) => part.includes(alphabet)).map(({ drawing }) => drawing)
  return { train: of(alphabets.train), test: of(alphabets.test) }
}

/** `START`, then `x,y,ms` a line, `BREAK` after each stroke. y points up, below zero. */
function readStrokes(text: string, name: string): number[][][] {
  const strokes: number[][][] = [[]]
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line === 'BREAK') strokes.push([])
    else if (line !== '' && line !== 'START') {
      const [x, y, t] = line.split(',').map(Number)
      if (x === undefined || y === undefined || t === undefined || Number.isNaN(x + y + t)) {
        throw new RangeError(`${name}: "${line}" is no point`)
      }
      strokes.at(-1)?.push([x, -y, t])
    }
  }
  return strokes.filter(({ length }) => length > 0)
}
