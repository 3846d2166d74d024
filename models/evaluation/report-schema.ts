import { z } from 'zod'
import { digitCount, notADigit } from '#game/protocol/constants'

const share = z.number().min(0).max(1)
const count = z.int().min(0)
const digit = z.int().min(0).max(9)
const thousandths = z.int().min(0).max(1000)
/** 0-9, or 10 for "not a digit". */
const answer = z.int().min(0).max(notADigit)

const reliabilityBinSchema = z.object({
  from: share,
  to: share,
  count,
  /** Mean probability of the answers in this bin, and the share of them that were right; 0 in an empty bin. */
  meanProbability: share,
  accuracy: share,
})
export type ReliabilityBin = z.infer<typeof reliabilityBinSchema>

/** The share of final drawings that would lock (digits: rightly; others: as any digit) at each lock probability. */
const lockCurveSchema = z.array(z.object({ lockThousandths: thousandths, share }))
export type LockCurve = z.infer<typeof lockCurveSchema>

const mistakeSchema = z.object({
  /** Line or picture in its file, counted from 1. */
  record: z.int().min(1),
  label: z.string(),
  answer,
  /** What the network gave to its answer, and to the truth. */
  answerThousandths: thousandths,
  truthThousandths: thousandths,
  /** The 784 grey levels that the network saw. */
  raster: z.base64(),
})
export type Mistake = z.infer<typeof mistakeSchema>

const digitMetricsSchema = z.object({
  digit,
  count,
  /** Also called sensitivity. */
  recall: share,
  specificity: share,
  /** Of saying of each example whether it is this digit. */
  accuracy: share,
  precision: share,
  f1: share,
  /** Examples that were taken for this digit and are none. */
  falsePositives: count,
})
export type DigitMetrics = z.infer<typeof digitMetricsSchema>

const ruleFiguresSchema = z.object({
  lockThousandths: thousandths,
  lockHoldMs: count,
  lockShare: share,
  /** Of those that lock, medians at its beginning: share of the ink drawn, ms since the pen came down. */
  medianInkShare: share,
  medianLockMs: z.number().min(0),
  /** Of those that lock: share where a guess made later in the drawing fell below the lock probability again. */
  flipShare: share,
  /** Share of drawings that would have locked as another digit, had it been the prompt, before they were finished. */
  otherLockShare: share,
})
export type RuleFigures = z.infer<typeof ruleFiguresSchema>

const inkStepSchema = z.object({
  inkShare: share,
  meanTruthProbability: share,
  /** P(truth), P(another digit) at or above the lock probability. */
  rightShare: share,
  wrongShare: share,
})
export type InkStep = z.infer<typeof inkStepSchema>

const progressSchema = z.object({
  /** Guesses before the first of those that locked; in all that follows progress lies between 0 and 1. */
  guessCount: count,
  /** Share of these by which progress moved by 0.05 or more; the same of all guesses until the lock had held. */
  moveShare: share,
  moveShareUntilHeld: share,
  /** Share of the first by which it fell by 0.05 or more. */
  fallShare: share,
  /** The greatest part of its height that it lost within a stroke that left the prompt likelier. */
  worstFall: share,
  mostUnlocked: share,
  /** What finished drawings show where another digit is asked for, as which they do not lock: median and 95 of 100. */
  otherDigit: z.object({ median: share, most: share }),
})
export type ProgressFigures = z.infer<typeof progressSchema>

const growthSchema = z.object({
  count,
  guessCount: count,
  rules: z.array(ruleFiguresSchema),
  byInk: z.array(inkStepSchema),
  /** Per digit 0-9 under the shipped rule: median ms from pen-down to lock, null where none locked. */
  medianLockMs: z.array(z.number().min(0).nullable()).length(digitCount),
  /** Drawings where a lift that is not the last leaves the judge sure of another digit: what wrongLockHoldMs forgives. */
  otherAtLiftShare: share,
  /** [S14] */
  progress: progressSchema,
})
export type Growth = z.infer<typeof growthSchema>

/** A share, and between which shares it lies with 95 % confidence (bootstrap by writer). */
const intervalSchema = z.object({ share, low: share, high: share })

const inPlaySchema = z.object({
  /** Whom the intervals are drawn from; where a set names none, each drawing is of a hand of its own. */
  writers: z.int().min(1),
  /** How many of the drawings may be read as digits, though their set does not say so. */
  lookalikes: count,
  /** Under each rule that is compared, that of the game last. */
  rules: z
    .array(
      z.object({
        name: z.string(),
        /** Digits that lock as they are drawn; null for sets of others. */
        own: intervalSchema.nullable(),
        /** Drawings that are not the prompt and lock as it at any moment: the mean over the ten prompts. */
        asPrompt: intervalSchema,
        /** The same without those lookalikes; null where there are none. */
        withoutLookalikes: intervalSchema.nullable(),
      }),
    )
    .min(1),
  /** As which prompt, under the rule of the game. */
  prompts: z.array(intervalSchema.extend({ prompt: digit })).length(digitCount),
  /** Of digits that lock: ms from the ink that the lock counts from until the rule lets it be shown. */
  medianShownMs: z.number().min(0).nullable(),
})
export type InPlay = z.infer<typeof inPlaySchema>

/** Rows: label 0-9. Columns: answer 0-10. */
const confusionSchema = z.array(z.array(count).length(notADigit + 1)).length(digitCount)

const digitSetSchema = z.object({
  kind: z.literal('digits'),
  name: z.string(),
  count: z.int().min(1),
  /** Drawings without any ink: not counted in any figure. */
  leftOut: count,
  /** The judge's answer, of eleven, is the label: "not a digit" counts as a mistake. */
  accuracy: share,
  /** The same where the most probable of the eleven is the answer, however little sure. */
  likeliestAccuracy: share,
  /** P(label) at or above the lock probability on the final drawing. */
  lockShare: share,
  /** P(another digit) at or above it. */
  wrongLockShare: share,
  lockCurve: lockCurveSchema,
  /** Over the probability of the most probable of the eleven answers, 15 bins of equal width. */
  ece: share,
  digits: z.array(digitMetricsSchema).length(digitCount),
  confusion: confusionSchema,
  reliability: z.array(reliabilityBinSchema),
  worst: z.array(mistakeSchema),
  growth: growthSchema.optional(),
  /** Only where strokes are known. */
  inPlay: inPlaySchema.optional(),
})
export type DigitSetReport = z.infer<typeof digitSetSchema>

const otherSetSchema = z.object({
  kind: z.literal('others'),
  name: z.string(),
  count: z.int().min(1),
  /** Lookalikes, which may fairly be read as digits, and drawings without any ink: not counted in any figure. */
  leftOut: count,
  /** Some digit at or above the lock probability on the final drawing. */
  falseLockShare: share,
  lockCurve: lockCurveSchema,
  /** "Not a digit" was the judge's answer, and the most probable one. */
  accuracy: share,
  likeliestAccuracy: share,
  ece: share,
  /** Each kind of drawing with a false lock, the worst first: how many there are, how many lock, and as which digits. */
  falseLocks: z.array(z.object({ label: z.string(), count, locked: count, lockedAs: z.array(digit) })),
  reliability: z.array(reliabilityBinSchema),
  worst: z.array(mistakeSchema),
  /** Only where strokes are known. */
  inPlay: inPlaySchema.optional(),
})
export type OtherSetReport = z.infer<typeof otherSetSchema>

export const reportSchema = z.object({
  version: z.string(),
  engine: z.string(),
  lockThousandths: thousandths,
  lockHoldMs: count,
  /** One thread, undisturbed: pictures a second in batches of 32, and ms for one picture alone. */
  speed: z.object({ perSecond: z.number().min(0), aloneMs: z.number().min(0) }),
  /**
   * [C15] Live accuracy: how many of the reviewed control samples are read rightly, "not a digit" included, and between which shares
   * that is in play with 95 % confidence. Only where there are any.
   */
  live: z.object({ count: z.int().min(1), right: count, low: share, high: share }).optional(),
  /** MNIST's training pictures, on which the network was trained or calibrated: only for comparing networks for MNIST. */
  training: z.object({ confusion: confusionSchema }).optional(),
  sets: z.array(z.discriminatedUnion('kind', [digitSetSchema, otherSetSchema])).min(1),
})
export type EvaluationReport = z.infer<typeof reportSchema>
