import { join } from 'node:path'
import { strokesOf } from '#game/drawing/ink'
import { shapeOf } from '#game/drawing/shape'
import { digitCount, notADigit } from '#game/protocol/constants'
import { findLock } from '#game/scoring/lock'
import { inkWay } from '#game/scoring/progress'
import { inkAtLock } from '#models/evaluation/progress'
import { median } from '#models/evaluation/statistics'
import { loadTestSets } from '#models/evaluation/test-sets'
import { type WatchedDrawing, watchDrawing } from '#models/evaluation/watch'
import type { Judge } from '#models/judge'

const sets = ['digits-pendigits-train', 'digits-unipen-train']
/** One in so many is enough: some five thousand drawings. */
const every = 4
/** An answer that came less often is shown as no station on the way, in proportion. */
const leastSeen = 30
const leastWay = 10
const upTo = 0.75

/** What `usualInk` and `usualWay` are taken from [S14]: training drawings, so that test drawings can say how well it went. */
export async function reportUsualWays(judge: Judge, dataDir: string): Promise<string[]> {
  const files = sets.map((name) => join(dataDir, 'strokes', `${name}.ndjson.gz`))
  const loaded = await loadTestSets({ images: [], digits: files, others: [] })
  const drawings = loaded.flatMap(({ recorded }) =>
    recorded.flatMap(({ digit, drawing }, index) =>
      index % every === 0 ? watchDrawing(digit, drawing, judge) : [],
    ),
  )
  return [
    `Progress, by ${drawings.length} training drawings. Usual ink at the lock of 0 to 9: ${usualInk(drawings).join(' ')}`,
    '  usual way with each answer, a row for each digit:',
    ...usualWay(drawings).map((row) => `  [${row.join(', ')}],`),
  ]
}

function usualInk(drawings: readonly WatchedDrawing[]): number[] {
  return Array.from({ length: digitCount }, (_, digit) => {
    const ink = drawings.flatMap((drawing) => (drawing.prompt === digit ? (inkAtLock(drawing) ?? []) : []))
    return 10 * Math.round(median(ink) / 10)
  })
}

function usualWay(drawings: readonly WatchedDrawing[]): number[][] {
  const seen = Array.from({ length: digitCount }, () =>
    Array.from({ length: notADigit + 1 }, (): number[] => []),
  )
  for (const drawing of drawings) {
    const whole = inkAtLock(drawing)
    const { prompt, ink, guesses } = drawing
    const sureAt = findLock(drawing, Number.POSITIVE_INFINITY)?.guessIndex ?? 0
    for (const { opCount, thousandths } of whole ? guesses.slice(0, sureAt) : []) {
      const label = thousandths.findIndex((value) => value >= 500)
      const length = shapeOf(strokesOf(ink, opCount)).inkLength
      seen[prompt]?.[label]?.push(inkWay(length / (whole ?? 1)))
    }
  }
  return seen.map((row, digit) => row.map((ways, label) => (label === digit ? 100 : usual(ways))))
}

function usual(ways: readonly number[]): number {
  const sorted = ways.toSorted((a, b) => a - b)
  const way = 100 * (sorted[Math.floor(sorted.length * upTo)] ?? 0)
  const known = Math.min(1, ways.length / leastSeen)
  return Math.round(way * known + leastWay * (1 - known))
}
