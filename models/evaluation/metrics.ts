import { createHash } from 'node:crypto'
import { z } from 'zod'
import { digitCount, notADigit } from '#game/protocol/constants'
import type { Classification } from '#models/judge'
import type { ConfidenceInterval } from './bootstrap'
import { answerTextOf, locksAsText, lockTextOf } from './example-answers'
import type { PlayedDrawing } from './in-play'
import { type EvaluationReport, type InPlay, reportSchema } from './report-schema'
import type { TestSet } from './test-sets'

const share = z.number().min(0).max(1)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const interval = z.object({ share, low: share, high: share })
/** One character for each example, in the order of the set: a digit, or `x` for "not a digit". */
const answers = z.string().regex(/^[0-9x]+$/)

const setMetrics = z
  .object({
    name: z.string(),
    kind: z.enum(['digits', 'others']),
    medium: z.enum(['pictures', 'drawings']),
    count: z.int().min(1),
    /** Of all that is judged: rasters and labels. */
    sha256,
    accuracy: share,
    ece: share,
    /** Digits that lock rightly; null for sets of others. */
    lockShare: share.nullable(),
    /** Digits that lock as another digit, others that lock as any. */
    wrongLockShare: share,
    /** Of digits 0-9; empty for sets of others. */
    recall: z.array(share),
    truths: answers,
    /** The judge's answers, as the rules have them. */
    answers,
    /** The digit that the final drawing locks as; `-` for none. */
    locks: z.string().regex(/^[0-9-]+$/),
    /** In play, where strokes are known: digits that lock, and drawings that lock as a prompt which they are not, at any moment. */
    inPlay: z
      .object({ own: interval.nullable(), asPrompt: interval, prompts: z.array(share).length(digitCount) })
      .nullable(),
    /** As which prompts each drawing locks at any moment: three hexadecimal characters, a bit for each, 0 the lowest. */
    locksAs: z.string().regex(/^[0-9a-f]*$/),
  })
  .refine(
    ({ count, inPlay, locksAs }) => locksAs.length === (inPlay ? 3 * count : 0),
    'prompts for each drawing',
  )
  .refine(
    ({ count, truths, answers, locks }) => [truths, answers, locks].every(({ length }) => length === count),
    'an answer for each example',
  )

const networkMetrics = reportSchema
  .pick({ version: true, engine: true, lockThousandths: true, lockHoldMs: true, speed: true })
  .extend({ weights: sha256, sets: z.array(setMetrics).min(1) })
export type NetworkMetrics = z.infer<typeof networkMetrics>
export type SetMetrics = NetworkMetrics['sets'][number]

/**
 * [C12] `metrics.json` of a model folder: how a network did on which examples, and how the champion of that moment did in the same
 * run; null where it was the champion itself.
 */
export const metricsSchema = networkMetrics.extend({
  format: z.literal('digit-dash-metrics/3'),
  champion: networkMetrics.nullable(),
})
export type ModelMetrics = z.infer<typeof metricsSchema>

type Answers = {
  readonly guesses: readonly (readonly Classification[])[]
  readonly played: readonly (readonly PlayedDrawing[])[]
}

/**
 * The figures of a report by which networks are compared, with every answer. Shares to five decimals, so that a run on the same
 * network changes only what changed.
 * @param weights SHA-256 of the weights that were measured
 * @param guesses of each set, one for each picture
 * @param played of each set, one for each drawing
 */
export function metricsOf(
  { sets: reports, ...report }: EvaluationReport,
  weights: string,
  sets: readonly TestSet[],
  { guesses, played }: Answers,
): NetworkMetrics {
  const { version, engine, lockThousandths, lockHoldMs, speed } = report
  return {
    ...{ version, weights, engine, lockThousandths, lockHoldMs },
    speed: { ...speed, aloneMs: round(speed.aloneMs) },
    sets: reports.map((set, index) => {
      const { medium = 'drawings', pictures = [] } = sets[index] ?? {}
      const own = guesses[index] ?? []
      return {
        ...{ name: set.name, kind: set.kind, medium, count: set.count, sha256: hashOf(pictures) },
        accuracy: round(set.accuracy),
        ece: round(set.ece),
        lockShare: set.kind === 'digits' ? round(set.lockShare) : null,
        wrongLockShare: round(set.kind === 'digits' ? set.wrongLockShare : set.falseLockShare),
        recall: set.kind === 'digits' ? set.digits.map(({ recall }) => round(recall)) : [],
        truths: pictures.map(({ truth }) => (truth === notADigit ? 'x' : truth)).join(''),
        answers: answerTextOf(own),
        locks: lockTextOf(own, lockThousandths),
        inPlay: set.inPlay ? inPlayOf(set.inPlay) : null,
        locksAs: locksAsText(played[index] ?? []),
      }
    }),
  }
}

function inPlayOf({ rules, prompts }: InPlay): SetMetrics['inPlay'] {
  const rounded = ({ share, low, high }: ConfidenceInterval) => ({
    share: round(share),
    low: round(low),
    high: round(high),
  })
  const shipped = rules.at(-1)
  if (!shipped) return null
  return {
    own: shipped.own && rounded(shipped.own),
    asPrompt: rounded(shipped.asPrompt),
    prompts: prompts.map(({ share }) => round(share)),
  }
}

function hashOf(pictures: TestSet['pictures']): string {
  const hash = createHash('sha256')
  for (const { truth, raster } of pictures) hash.update(Uint8Array.of(truth)).update(raster)
  return hash.digest('hex')
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
