import { inkLength, strokesOf } from '#game/drawing/ink'
import { shapeOf } from '#game/drawing/shape'
import { findLock } from '#game/scoring/lock'
import { drawingProgress } from '#game/scoring/progress'
import type { ProgressFigures } from './report-schema'
import { quantileOfSorted, shareOf } from './statistics'
import type { WatchedDrawing } from './watch'

const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const
const move = 0.05

/** What the progress of growing drawings looks like [S14]; shares and progress from 0 to 1. */
export function measureProgress(drawings: readonly WatchedDrawing[]): ProgressFigures {
  const ways = drawings.map(wayOf)
  const steps = (until: 'sureAt' | 'lockedAt') =>
    ways.flatMap((way) =>
      way.progress.slice(0, way[until]).map((now, index) => now - (way.progress[index - 1] ?? 0)),
    )
  const [before, untilHeld] = [steps('sureAt'), steps('lockedAt')]
  const wrong = drawings.flatMap(endsOfOthers).toSorted((a, b) => a - b)
  return {
    guessCount: before.length,
    moveShare: shareOf(before, (step) => Math.abs(step) >= move),
    moveShareUntilHeld: shareOf(untilHeld, (step) => Math.abs(step) >= move),
    fallShare: shareOf(before, (step) => step <= -move),
    worstFall: Math.max(
      0,
      ...drawings.flatMap((drawing, index) => fallsOf(drawing, ways[index]?.progress ?? [])),
    ),
    mostUnlocked: Math.max(0, ...ways.flatMap(({ progress }) => progress)),
    otherDigit: { median: quantileOfSorted(wrong, 0.5), most: quantileOfSorted(wrong, 0.95) },
  }
}

type Way = {
  /** After each guess, as if none had locked yet. */
  readonly progress: readonly number[]
  /** How many guesses came before the first of those that locked, and before the one that held; all where none did. */
  readonly sureAt: number
  readonly lockedAt: number
}

function wayOf(drawing: WatchedDrawing): Way {
  const lock = findLock(drawing, Number.POSITIVE_INFINITY)
  const progress = drawing.guesses.map((_, index) => progressAt(drawing, index))
  return {
    progress,
    sureAt: lock?.guessIndex ?? progress.length,
    lockedAt: lock?.heldIndex ?? progress.length,
  }
}

function progressAt({ prompt, ink, guesses }: WatchedDrawing, index: number): number {
  const guess = guesses[index]
  if (!guess) return 0
  const seen = ink.slice(0, guess.opCount)
  return drawingProgress({
    prompt,
    guess,
    inkLength: shapeOf(strokesOf(seen)).inkLength,
    isPenDown: seen.at(-1)?.kind === 'draw',
    lock: null,
  })
}

/** By how much of its height progress fell within a stroke, for each guess of those that left the prompt likelier. */
function fallsOf({ prompt, ink, guesses }: WatchedDrawing, progress: readonly number[]): number[] {
  const falls: number[] = []
  let begin = 0
  for (const [index, { opCount }] of guesses.entries()) {
    if (ink[opCount - 1]?.kind !== 'lift') continue
    const truth = (at: number) => guesses[at]?.thousandths[prompt] ?? 0
    if (truth(index) >= truth(begin - 1)) {
      let height = 0
      for (const now of progress.slice(begin, index)) {
        height = Math.max(height, now)
        falls.push(height === 0 ? 0 : 1 - now / height)
      }
    }
    begin = index + 1
  }
  return falls
}

/** How far a finished drawing seems to have come towards digits that it is not and does not lock as. */
function endsOfOthers(drawing: WatchedDrawing): number[] {
  return digits.flatMap((prompt) => {
    const other = { ...drawing, prompt }
    if (prompt === drawing.prompt || findLock(other, Number.POSITIVE_INFINITY)) return []
    return progressAt(other, drawing.guesses.length - 1)
  })
}

/** The ink of a drawing when it locked; null where it did not. */
export function inkAtLock(drawing: WatchedDrawing): number | null {
  const lock = findLock(drawing, Number.POSITIVE_INFINITY)
  return lock ? inkLength(drawing.ink.slice(0, drawing.guesses[lock.heldIndex]?.opCount)) : null
}
