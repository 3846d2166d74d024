import { loadJudgeOnce } from '../../app/_web/ink/judge/load-judge'
import { answerBits, batchSizes } from './answer-bits'

declare global {
  /** Which network to ask; the test fills it in. */
  var askedVersion: string
  /** What the judge says as pages load it, by batch size. */
  var answers: Promise<string[]>
}

globalThis.answers = loadJudgeOnce(askedVersion).then((judge) =>
  batchSizes.map((batchSize) => answerBits(judge, batchSize)),
)
