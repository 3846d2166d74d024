import type { Stroke } from '#game/drawing/ink'
import { digitCount } from '#game/protocol/constants'
import type { Digit } from '#game/protocol/scalars'

/** What somebody has done in practice so far. */
export type Goals = {
  /** Those that the network was sure of, each once. */
  readonly digits: readonly Digit[]
  /** A 7 in less than `quickMs`. */
  readonly quickSeven: boolean
  /** A 4 in one stroke. */
  readonly oneStroke: boolean
}

export const noGoals: Goals = { digits: [], quickSeven: false, oneStroke: false }

const quickMs = 1_000

/**
 * What a drawing that the network is sure of adds.
 * @param strokes of the drawing, finished
 * @returns the same goals where it adds nothing
 */
export function reachGoals(goals: Goals, digit: Digit, strokes: readonly Stroke[]): Goals {
  const [first, last] = [strokes[0]?.[0], strokes.at(-1)?.at(-1)]
  if (!first || !last) return goals
  const digits = goals.digits.includes(digit) ? goals.digits : [...goals.digits, digit]
  const quickSeven = goals.quickSeven || (digit === 7 && last.t - first.t < quickMs)
  const oneStroke = goals.oneStroke || (digit === 4 && strokes.length === 1)
  const isNew = digits !== goals.digits || quickSeven !== goals.quickSeven || oneStroke !== goals.oneStroke
  return isNew ? { digits, quickSeven, oneStroke } : goals
}

/** Which of the goals are reached, in the order in which they are shown. */
export function reachedGoals({ digits, quickSeven, oneStroke }: Goals) {
  return { digits: digits.length === digitCount, quickSeven, oneStroke }
}
