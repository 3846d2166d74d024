import type { XY } from '../outline'

/** A digit as a hand writes it: points in a square of 100, y down. A stroke is made of curves that meet in corners. */
const written = [
  ['61,15 40,14 25,38 26,68 44,89 64,83 76,56 71,28 54,12'],
  ['32,34 44,26 55,13 / 55,13 52,50 49,91'],
  ['27,31 38,14 62,14 70,35 54,61 25,87 / 25,87 50,83 79,87'],
  ['28,20 50,11 67,25 59,41 42,48 / 42,48 64,51 74,69 59,88 38,90 22,80'],
  ['54,11 41,36 20,65 / 20,65 50,63 80,61', '63,40 60,66 57,93'],
  ['36,15 33,30 30,47 / 30,47 50,40 71,54 68,79 47,91 25,83', '36,15 55,15 75,11'],
  ['67,11 43,31 28,58 30,81 48,91 67,80 66,62 49,54 30,69'],
  ['22,19 48,17 77,14 / 77,14 61,42 48,69 41,93'],
  ['67,25 51,11 34,22 40,39 60,54 71,74 54,91 34,82 37,64 55,46 67,33 66,22'],
  ['68,31 55,13 35,21 31,42 48,52 64,41 69,22 / 69,22 67,50 60,73 52,92'],
] as const

const samplesPerSpan = 10

/** A smooth curve through all points (centripetal enough for handwriting: uniform Catmull-Rom). */
function curve(points: readonly XY[]): XY[] {
  const at = (index: number) => points[Math.min(Math.max(index, 0), points.length - 1)] as XY
  return points.slice(0, -1).flatMap((_, index) =>
    Array.from({ length: samplesPerSpan }, (_, step) => {
      const t = step / samplesPerSpan
      const blend = (axis: 0 | 1) => {
        const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)].map((p) => p[axis]) as [
          number,
          number,
          number,
          number,
        ]
        const rise = b + 0.5 * t * (c - a + t * (2 * a - 5 * b + 4 * c - d + t * (3 * (b - c) + d - a)))
        return Math.round(rise * 10) / 10
      }
      return [blend(0), blend(1)] as const
    }),
  )
}

function parsePoints(text: string): XY[] {
  return text
    .trim()
    .split(' ')
    .map((pair) => pair.split(',').map(Number) as unknown as XY)
}

/** @param text points 'x,y' with blanks between; a slash where the pen turns a corner. */
export function strokeThrough(text: string): XY[] {
  const curves = text.split('/').map(parsePoints)
  const end = curves.at(-1)?.at(-1)
  return [...curves.flatMap(curve), ...(end ? [end] : [])]
}

/** The strokes of a digit, 0-9, as dense points in a square of 100. */
export function handwrittenStrokes(digit: number): XY[][] {
  return (written[digit] ?? []).map(strokeThrough)
}
