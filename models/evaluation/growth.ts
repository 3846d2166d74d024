import { inkLength } from '#game/drawing/ink'
import { findLock, type LockRule, lockRuleOf } from '#game/scoring/lock'
import { settings } from '#game/settings'
import { measureProgress } from './progress'
import type { Growth, InkStep, RuleFigures } from './report-schema'
import { median, shareOf } from './statistics'
import { askedFor, type WatchedDrawing } from './watch'

const triedThousandths = [600, 700, 800, 850, 900, 925, 950, 975]
const triedHoldMs = [0, 66, 100, 150, 200, 300]
const inkShares = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]

type TriedRule = Pick<LockRule, 'lockThousandths' | 'lockHoldMs'>

/** How early and how stably drawings lock while they grow, under the shipped lock rule and under others. */
export function measureGrowth(drawings: readonly WatchedDrawing[]): Growth {
  if (drawings.length === 0) throw new RangeError('no drawings to measure')
  const rules = withShipped(triedThousandths, settings.lockThousandths).flatMap((lockThousandths) =>
    withShipped(triedHoldMs, settings.lockHoldMs).map((lockHoldMs) => ({ lockThousandths, lockHoldMs })),
  )
  const lockMs = drawings.map((drawing) => findLock(drawing, Number.POSITIVE_INFINITY)?.atMs)
  return {
    count: drawings.length,
    guessCount: drawings.reduce((sum, { guesses }) => sum + guesses.length, 0),
    rules: rules.map((rule) => figuresOf(rule, drawings)),
    byInk: byInk(drawings),
    medianLockMs: Array.from({ length: 10 }, (_, digit) => {
      const ofDigit = lockMs.filter((ms, index) => ms !== undefined && drawings[index]?.prompt === digit)
      return ofDigit.length === 0 ? null : median(ofDigit.filter((ms) => ms !== undefined))
    }),
    otherAtLiftShare: shareOf(drawings, isOtherAtLift),
    progress: measureProgress(drawings),
  }
}

function withShipped(tried: readonly number[], shipped: number): number[] {
  return [...new Set([...tried, shipped])].sort((a, b) => a - b)
}

function figuresOf(rule: TriedRule, drawings: readonly WatchedDrawing[]): RuleFigures {
  const locked = drawings.flatMap((drawing) => {
    const lock = findLock(drawing, Number.POSITIVE_INFINITY, { ...lockRuleOf(drawing.edition), ...rule })
    return lock ? [{ drawing, lock }] : []
  })
  const inkShare = ({ drawing: { ink, guesses }, lock }: (typeof locked)[number]) =>
    shareOfInk(inkLength(ink.slice(0, guesses[lock.guessIndex]?.opCount)), inkLength(ink))
  return {
    ...rule,
    lockShare: locked.length / drawings.length,
    medianInkShare: median(locked.map(inkShare)),
    medianLockMs: median(locked.map(({ lock }) => lock.atMs)),
    flipShare: shareOf(locked, ({ drawing, lock }) =>
      drawing.guesses
        .slice(lock.guessIndex)
        .some(({ thousandths }) => (thousandths[drawing.prompt] ?? 0) < rule.lockThousandths),
    ),
    otherLockShare: shareOf(drawings, (drawing) => isOtherLocked(drawing, rule)),
  }
}

/** Whether the drawing, still unfinished, would have locked had another digit been asked for. */
function isOtherLocked(drawing: WatchedDrawing, rule: TriedRule): boolean {
  const finishedMs = drawing.ink.at(-1)?.atMs ?? 0
  const others = ([0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const).filter((digit) => digit !== drawing.prompt)
  const tried = { ...lockRuleOf(drawing.edition), ...rule }
  return others.some((prompt) => findLock(askedFor(drawing, prompt), finishedMs, tried) !== null)
}

function isOtherAtLift({ ink, guesses, prompt }: WatchedDrawing): boolean {
  return guesses.some(
    ({ opCount, thousandths }) =>
      ink[opCount - 1]?.kind === 'lift' && opCount < ink.length && isSureOfOther(thousandths, prompt),
  )
}

function isSureOfOther(thousandths: readonly number[], prompt: number): boolean {
  return thousandths.some(
    (value, digit) => digit < 10 && digit !== prompt && value >= settings.lockThousandths,
  )
}

function byInk(drawings: readonly WatchedDrawing[]): InkStep[] {
  const grown = drawings.map(({ prompt, ink, guesses }) => {
    const whole = inkLength(ink)
    const drawn = guesses.map(({ opCount }) => shareOfInk(inkLength(ink.slice(0, opCount)), whole))
    return { prompt, guesses, drawn }
  })
  return inkShares.map((inkShare) => {
    const seen = grown.map(({ prompt, guesses, drawn }) => ({
      prompt,
      thousandths: guesses[drawn.findLastIndex((share) => share <= inkShare)]?.thousandths ?? [],
    }))
    const truth = ({ prompt, thousandths }: (typeof seen)[number]) => thousandths[prompt] ?? 0
    return {
      inkShare,
      meanTruthProbability: seen.reduce((sum, one) => sum + truth(one) / 1000, 0) / seen.length,
      rightShare: shareOf(seen, (one) => truth(one) >= settings.lockThousandths),
      wrongShare: shareOf(seen, ({ prompt, thousandths }) => isSureOfOther(thousandths, prompt)),
    }
  })
}

/** A single dot has no length: it is whole from its first point. */
function shareOfInk(length: number, whole: number): number {
  return whole === 0 ? 1 : Math.min(1, length / whole)
}
