import { settings } from '#game/settings'
import type { Judge } from '#models/judge'
import { measureGrowth } from './growth'
import { judgeAll, measureSpeed } from './judge-all'
import { measureDigits, measureOthers } from './measure'
import type { EvaluationReport } from './report-schema'
import type { TestSet } from './test-sets'
import { watchDrawing } from './watch'

/** Everything there is to say about a judge on these sets, at the operating point that the game is played with. */
export function runEvaluation(judge: Judge, sets: readonly TestSet[]): EvaluationReport {
  const { lockThousandths, lockHoldMs } = settings
  return {
    version: judge.version,
    engine: judge.engine,
    lockThousandths,
    lockHoldMs,
    speed: measureSpeed(
      judge,
      sets.flatMap(({ pictures }) => pictures),
    ),
    sets: sets.map((set) => {
      const guesses = judgeAll(judge, set.pictures)
      if (set.kind === 'others') return measureOthers(set, guesses, lockThousandths)
      const report = measureDigits(set, guesses, lockThousandths)
      if (set.recorded.length === 0) return report
      const watched = set.recorded.map(({ digit, drawing }) => watchDrawing(digit, drawing, judge))
      return { ...report, growth: measureGrowth(watched) }
    }),
  }
}
