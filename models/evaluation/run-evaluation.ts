import { notADigit } from '#game/protocol/constants'
import type { Digit } from '#game/protocol/scalars'
import { answerOf } from '#game/scoring/answer'
import { settings } from '#game/settings'
import type { Classification, Judge } from '#models/judge'
import { confusionOf } from './confusion'
import { measureGrowth } from './growth'
import { measureInPlay, type PlayedDrawing } from './in-play'
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
 * @param training pictures of digits that the network learnt from
 */
export function runEvaluation(
  network: MeasuredNetwork,
  champion: MeasuredNetwork | null,
  sets: readonly TestSet[],
  training: TestSet | null = null,
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
    report: {
      ...own.report,
      ...(training && { training: { confusion: confusionOfAll(training, network.judge) } }),
    },
    metrics: { format: 'digit-dash-metrics/3', ...own.metrics, champion: beside?.metrics ?? null },
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
  const played = sets.map((set) => play(set, judge))
  const report: EvaluationReport = {
    ...{ version: judge.version, engine: judge.engine, lockThousandths, lockHoldMs, speed },
    sets: sets.map((set, index) => {
      const own = guesses[index] ?? []
      const inPlay = played[index]?.length ? { inPlay: measureInPlay(played[index]) } : {}
      if (set.kind === 'others') return { ...measureOthers(set, own, lockThousandths), ...inPlay }
      const measured = { ...measureDigits(set, own, lockThousandths), ...inPlay }
      if (!played[index]?.length || !isWatched) return measured
      return { ...measured, growth: measureGrowth(played[index].map(({ watched }) => watched)) }
    }),
  }
  const live = liveAccuracyOf(sets, guesses)
  return {
    report: live ? { ...report, live } : report,
    metrics: metricsOf(report, weights, sets, { guesses, played }),
  }
}

function confusionOfAll({ pictures }: TestSet, judge: Judge) {
  const answers = judgeAll(judge, pictures).map(({ thousandths }) => answerOf(thousandths))
  return confusionOf(
    pictures.map(({ truth }, index) => ({ label: truth, answer: answers[index] ?? notADigit })),
  )
}

/** What is no digit is watched as a 0: guesses do not depend on the prompt. */
function play({ pictures, drawings }: TestSet, judge: Judge): PlayedDrawing[] {
  return drawings.map((drawing, index) => {
    const { truth = notADigit, label = '' } = pictures[index] ?? {}
    const prompt = truth === notADigit ? 0 : (truth as Digit)
    return { truth, label, writer: drawing.writer, watched: watchDrawing(prompt, drawing, judge) }
  })
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
