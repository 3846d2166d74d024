import type { Raster } from '#game/drawing/rasterise'
import { answerOf, surestDigitOf } from '#game/scoring/answer'
import type { Classification } from '#models/judge'
import { confusionOf, figuresPerDigit } from './confusion'
import { expectedCalibrationError, reliabilityBins } from './reliability'
import type { DigitSetReport, LockCurve, Mistake, OtherSetReport } from './report-schema'
import { shareOf } from './statistics'

/** One drawing or picture of a test set. `truth` is 0-9, or 10 for "not a digit"; `label` as its file has it. */
export type TestPicture = {
  readonly record: number
  readonly label: string
  readonly truth: number
  readonly raster: Raster
}

type Judged = {
  readonly picture: TestPicture
  /** As the rules have it. */
  readonly answer: number
  /** The most probable of eleven, and its probability. */
  readonly likeliest: number
  readonly probability: number
  readonly thousandths: readonly number[]
}

const worstCount = 24
const curveThousandths = [500, 600, 700, 750, 800, 850, 875, 900, 925, 950, 960, 970, 980, 990]

type MeasuredSet = {
  readonly name: string
  readonly pictures: readonly TestPicture[]
  readonly leftOut: number
}

/**
 * @param set every truth is 0-9
 * @param guesses one for each picture, in the same order
 */
export function measureDigits(
  { name, pictures, leftOut }: MeasuredSet,
  guesses: readonly Classification[],
  lockThousandths: number,
): DigitSetReport {
  const judged = judge(pictures, guesses)
  const confusion = confusionOf(judged.map(({ picture, answer }) => ({ label: picture.truth, answer })))
  const reliability = reliabilityOf(judged)
  const wrong = judged.filter(({ picture, answer }) => answer !== picture.truth)
  const truths = judged.map(({ picture, thousandths }) => at(thousandths, picture.truth))
  const others = judged.map(
    ({ picture, thousandths }) => surestDigitOf(thousandths.with(picture.truth, 0)).thousandths,
  )
  return {
    kind: 'digits',
    name,
    count: judged.length,
    leftOut,
    accuracy: 1 - wrong.length / judged.length,
    likeliestAccuracy: likeliestAccuracyOf(judged),
    lockShare: shareOf(truths, (value) => value >= lockThousandths),
    wrongLockShare: shareOf(others, (value) => value >= lockThousandths),
    lockCurve: lockCurveOf(truths),
    ece: expectedCalibrationError(reliability),
    digits: figuresPerDigit(confusion),
    confusion,
    reliability,
    worst: worstOf(wrong, (one) => at(one.thousandths, one.answer) - at(one.thousandths, one.picture.truth)),
  }
}

/**
 * @param set every truth is "not a digit"
 * @param guesses one for each picture, in the same order
 */
export function measureOthers(
  { name, pictures, leftOut }: MeasuredSet,
  guesses: readonly Classification[],
  lockThousandths: number,
): OtherSetReport {
  const judged = judge(pictures, guesses)
  const reliability = reliabilityOf(judged)
  const surest = judged.map((one) => ({ ...one, surest: surestDigitOf(one.thousandths) }))
  const locked = surest.filter((one) => one.surest.thousandths >= lockThousandths)
  return {
    kind: 'others',
    name,
    count: judged.length,
    leftOut,
    falseLockShare: locked.length / judged.length,
    lockCurve: lockCurveOf(surest.map((one) => one.surest.thousandths)),
    accuracy: shareOf(judged, ({ picture, answer }) => answer === picture.truth),
    likeliestAccuracy: likeliestAccuracyOf(judged),
    ece: expectedCalibrationError(reliability),
    falseLocks: falseLocksOf(locked, judged),
    reliability,
    worst: worstOf(
      surest.map((one) => ({ ...one, answer: one.surest.digit })),
      ({ thousandths, answer }) => at(thousandths, answer),
    ),
  }
}

function falseLocksOf(
  locked: readonly (Judged & { readonly surest: { readonly digit: number } })[],
  all: readonly Judged[],
): OtherSetReport['falseLocks'] {
  const labels = [...new Set(locked.map(({ picture }) => picture.label))]
  const found = labels.map((label) => {
    const those = locked.filter(({ picture }) => picture.label === label)
    return {
      label,
      count: all.filter(({ picture }) => picture.label === label).length,
      locked: those.length,
      lockedAs: [...new Set(those.map(({ surest }) => surest.digit))].sort(),
    }
  })
  return found.sort((a, b) => b.locked - a.locked)
}

function lockCurveOf(thousandths: readonly number[]): LockCurve {
  return curveThousandths.map((lockThousandths) => ({
    lockThousandths,
    share: shareOf(thousandths, (value) => value >= lockThousandths),
  }))
}

function judge(pictures: readonly TestPicture[], guesses: readonly Classification[]): Judged[] {
  if (pictures.length === 0) throw new RangeError('no pictures to measure')
  if (pictures.length !== guesses.length) {
    throw new RangeError(`${pictures.length} pictures, but ${guesses.length} guesses`)
  }
  return pictures.map((picture, index) => {
    const guess = guesses[index]
    if (!guess) throw new RangeError(`no guess ${index}`)
    const probability = Math.max(...guess.probabilities)
    return {
      picture,
      answer: answerOf(guess.thousandths),
      likeliest: guess.probabilities.indexOf(probability),
      probability: Math.min(1, probability),
      thousandths: guess.thousandths,
    }
  })
}

function likeliestAccuracyOf(judged: readonly Judged[]): number {
  return shareOf(judged, ({ picture, likeliest }) => likeliest === picture.truth)
}

function reliabilityOf(judged: readonly Judged[]) {
  return reliabilityBins(
    judged.map(({ picture, likeliest, probability }) => ({
      probability,
      isRight: likeliest === picture.truth,
    })),
  )
}

function worstOf(judged: readonly Judged[], badness: (one: Judged) => number): Mistake[] {
  return judged
    .toSorted((a, b) => badness(b) - badness(a))
    .slice(0, worstCount)
    .map(({ picture, answer, thousandths }) => ({
      record: picture.record,
      label: picture.label,
      answer,
      answerThousandths: at(thousandths, answer),
      truthThousandths: at(thousandths, picture.truth),
      raster: Buffer.from(picture.raster).toString('base64'),
    }))
}

function at(values: readonly number[], index: number): number {
  const value = values[index]
  if (value === undefined) throw new RangeError(`no value ${index} of ${values.length}`)
  return value
}
