import type { Raster } from '#game/drawing/rasterise'
import type { Guess } from '#models/judge'
import { confusionOf, figuresPerDigit } from './confusion'
import { expectedCalibrationError, reliabilityBins } from './reliability'
import type { DigitSetReport, Mistake, OtherSetReport } from './report-schema'
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
  readonly answer: number
  readonly probability: number
  readonly thousandths: readonly number[]
}

const worstCount = 24

/** @param guesses one for each picture, in the same order; every truth is 0-9. */
export function measureDigits(
  name: string,
  pictures: readonly TestPicture[],
  guesses: readonly Guess[],
  lockThousandths: number,
): DigitSetReport {
  const judged = judge(pictures, guesses)
  const confusion = confusionOf(judged.map(({ picture, answer }) => ({ label: picture.truth, answer })))
  const reliability = reliabilityOf(judged)
  const wrong = judged.filter(({ picture, answer }) => answer !== picture.truth)
  return {
    kind: 'digits',
    name,
    count: judged.length,
    accuracy: 1 - wrong.length / judged.length,
    lockShare: shareOf(
      judged,
      ({ picture, thousandths }) => at(thousandths, picture.truth) >= lockThousandths,
    ),
    wrongLockShare: shareOf(judged, ({ picture, thousandths }) =>
      thousandths.some((value, digit) => digit < 10 && digit !== picture.truth && value >= lockThousandths),
    ),
    ece: expectedCalibrationError(reliability),
    digits: figuresPerDigit(confusion),
    confusion,
    reliability,
    worst: worstOf(wrong, (one) => at(one.thousandths, one.answer) - at(one.thousandths, one.picture.truth)),
  }
}

/**
 * @param guesses one for each picture, in the same order; every truth is 10.
 * @param leftOut how many lookalikes the file held besides.
 */
export function measureOthers(
  name: string,
  pictures: readonly TestPicture[],
  guesses: readonly Guess[],
  lockThousandths: number,
  leftOut: number,
): OtherSetReport {
  const judged = judge(pictures, guesses)
  const reliability = reliabilityOf(judged)
  const locked = judged.filter(({ thousandths }) => surestDigit(thousandths).value >= lockThousandths)
  const lockedAs = new Array<number>(10).fill(0)
  for (const { thousandths } of locked) {
    const { digit } = surestDigit(thousandths)
    lockedAs[digit] = at(lockedAs, digit) + 1
  }
  const surest = judged.map((one) => ({ ...one, answer: surestDigit(one.thousandths).digit }))
  return {
    kind: 'others',
    name,
    count: judged.length,
    leftOut,
    falseLockShare: locked.length / judged.length,
    accuracy: shareOf(judged, ({ picture, answer }) => answer === picture.truth),
    ece: expectedCalibrationError(reliability),
    lockedAs,
    reliability,
    worst: worstOf(surest, ({ thousandths, answer }) => at(thousandths, answer)),
  }
}

function judge(pictures: readonly TestPicture[], guesses: readonly Guess[]): Judged[] {
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
      answer: guess.probabilities.indexOf(probability),
      probability: Math.min(1, probability),
      thousandths: guess.thousandths,
    }
  })
}

function reliabilityOf(judged: readonly Judged[]) {
  return reliabilityBins(
    judged.map(({ picture, answer, probability }) => ({ probability, isRight: answer === picture.truth })),
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

function surestDigit(thousandths: readonly number[]): { digit: number; value: number } {
  const digits = thousandths.slice(0, 10)
  const value = Math.max(...digits)
  return { digit: digits.indexOf(value), value }
}

function at(values: readonly number[], index: number): number {
  const value = values[index]
  if (value === undefined) throw new RangeError(`no value ${index} of ${values.length}`)
  return value
}
