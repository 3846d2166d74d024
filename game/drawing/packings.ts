import type { Packing } from '#game/packed-list'
import type { Guess } from './drawing'
import type { InkOp, Point } from './ink'

const kinds = ['draw', 'lift', 'undo', 'clear'] as const

/** An op: its kind and number of points, when it counts, then place and time of each point. Two numbers for each, x and y in one. */
export const inkPacking: Packing<InkOp> = {
  write(op, put) {
    const points = op.kind === 'draw' ? op.points : []
    put(kinds.indexOf(op.kind) + kinds.length * points.length)
    put(op.atMs)
    for (const { x, y, t } of points) {
      put((x << 16) | y)
      put(t)
    }
  },
  read(numbers, at) {
    const head = numbers[at] ?? 0
    const kind = kinds[head % kinds.length] ?? 'draw'
    const atMs = numbers[at + 1] ?? 0
    if (kind !== 'draw') return { kind, atMs }
    const points: Point[] = []
    const end = at + 2 + 2 * Math.floor(head / kinds.length)
    for (let next = at + 2; next < end; next += 2) {
      const place = numbers[next] ?? 0
      points.push({ x: place >> 16, y: place & 0xffff, t: numbers[next + 1] ?? 0 })
    }
    return { kind, atMs, points }
  },
}

/** A guess: what it saw, its answer by the stroke network (one more, or 0 for none), and two thousandths in each number. */
export const guessPacking: Packing<Guess> = {
  write({ opCount, thousandths, promptStrokeThousandths }, put) {
    put(opCount)
    put(
      (thousandths.length << 16) | (promptStrokeThousandths === undefined ? 0 : promptStrokeThousandths + 1),
    )
    for (let label = 0; label < thousandths.length; label += 2)
      put(((thousandths[label] ?? 0) << 16) | (thousandths[label + 1] ?? 0))
  },
  read(numbers, at) {
    const head = numbers[at + 1] ?? 0
    const thousandths: number[] = []
    for (let label = 0; label < head >> 16; label++) {
      const pair = numbers[at + 2 + (label >> 1)] ?? 0
      thousandths.push(label % 2 === 0 ? pair >> 16 : pair & 0xffff)
    }
    const stroke = head & 0xffff
    const opCount = numbers[at] ?? 0
    return stroke === 0
      ? { opCount, thousandths }
      : { opCount, thousandths, promptStrokeThousandths: stroke - 1 }
  },
}
