import { answerOf } from '#game/scoring/answer'
import { settings } from '#game/settings'
import type { Classification, Judge } from '#models/judge'
import { measureGrowth } from './growth'
import { judgeAll, measureSpeeds } from './judge-all'
import { measureDigits, measureOthers } from './measure'
import { type ModelMetrics, metricsOf, type NetworkMetrics } from './metrics'
import type { EvaluationReport } from './report-schema'
import { intervalOf } from './statistics'
import type { TestSet } from './test-sets'
import { watchDrawing } from './watch'

export type MeasuredNetwork = {
  readonly judge: Judge
  /** SHA-256 of its weights. */
  readonly weights: string
}

/**
 * Everything there is to say about a judge on these sets, at the operating point that the game is played with. A champion is
 * measured on the same sets, and in turn with it, so that the two can be compared [C12].
 */
export function runEvaluation(
  network: MeasuredNetwork,
  champion: MeasuredNetwork | null,
  sets: readonly TestSet[],
): { readonly report: EvaluationReport; readonly metrics: ModelMetrics } {
  const networks = champion ? [network, champion] : [network]
  const speeds = measureSpeeds(
    networks.map(({ judge }) => judge),
    sets.flatMap(({ pictures }) => pictures),
  )
  const [own, beside] = networks.map((one, index) =>
    measureNetwork(one, sets, speeds[index] ?? { perSecond: 0, aloneMs: 0 }, one === network),
  )
  if (!own) throw new RangeError('no network to measure')
  return {
    report: own.report,
    metrics: { format: 'digit-dash-metrics/2', ...own.metrics, champion: beside?.metrics ?? null },
  }
}

function measureNetwork(
  { judge, weights }: MeasuredNetwork,
  sets: readonly TestSet[],
  speed: EvaluationReport['speed'],
  isWatched: boolean,
): { report: EvaluationReport; metrics: NetworkMetrics } {
  const { lockThousandths, lockHoldMs } = settings
  const guesses = sets.map(({ pictures }) => judgeAll(judge, pictures))
  const report: EvaluationReport = {
    ...{ version: judge.version, engine: judge.engine, lockThousandths, lockHoldMs, speed },
    sets: sets.map((set, index) => {
      const own = guesses[index] ?? []
      if (set.kind === 'others') return measureOthers(set, own, lockThousandths)
      const measured = measureDigits(set, own, lockThousandths)
      if (set.recorded.length === 0 || !isWatched) return measured
      const watched = set.recorded.map(({ digit, drawing }) => watchDrawing(digit, drawing, judge))
      return { ...measured, growth: measureGrowth(watched) }
    }),
  }
  const live = liveAccuracyOf(sets, guesses)
  return { report: live ? { ...report, live } : report, metrics: metricsOf(report, weights, sets, guesses) }
}

function liveAccuracyOf(
  sets: readonly TestSet[],
  guesses: readonly (readonly Classification[])[],
): EvaluationReport['live'] {
  const judged = sets.flatMap(({ isControl, pictures }, at) =>
    isControl ? pictures.map(({ truth }, index) => ({ truth, guess: guesses[at]?.[index] })) : [],
  )
  if (judged.length === 0) return undefined
  const right = judged.filter(({ truth, guess }) => guess && answerOf(guess.thousandths) === truth).length
  return { count: judged.length, right, ...intervalOf(right, judged.length) }
}
