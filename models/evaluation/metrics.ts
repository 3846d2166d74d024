import { z } from 'zod'
import { type EvaluationReport, reportSchema } from './report-schema'

const share = z.number().min(0).max(1)

/** `metrics.json` of a model folder: the figures by which networks are compared, without pictures and curves. */
export const metricsSchema = reportSchema
  .pick({ version: true, engine: true, lockThousandths: true, lockHoldMs: true, speed: true })
  .extend({
    sets: z.array(
      z.object({
        name: z.string(),
        kind: z.enum(['digits', 'others']),
        count: z.int().min(1),
        accuracy: share,
        ece: share,
        /** Digits that lock rightly; null for sets of others. */
        lockShare: share.nullable(),
        /** Digits that lock as another digit, others that lock as any. */
        wrongLockShare: share,
        /** Of digits 0-9; empty for sets of others. */
        recall: z.array(share),
      }),
    ),
  })
export type ModelMetrics = z.infer<typeof metricsSchema>

/** Shares to five decimals, so that a run on the same network changes only what changed. */
export function metricsOf({ sets, ...report }: EvaluationReport): ModelMetrics {
  return metricsSchema.parse({
    ...report,
    speed: { ...report.speed, aloneMs: round(report.speed.aloneMs) },
    sets: sets.map((set) => ({
      name: set.name,
      kind: set.kind,
      count: set.count,
      accuracy: round(set.accuracy),
      ece: round(set.ece),
      lockShare: set.kind === 'digits' ? round(set.lockShare) : null,
      wrongLockShare: round(set.kind === 'digits' ? set.wrongLockShare : set.falseLockShare),
      recall: set.kind === 'digits' ? set.digits.map(({ recall }) => round(recall)) : [],
    })),
  })
}

function round(value: number): number {
  return Math.round(value * 1e5) / 1e5
}
