import { loadJudgeOnce } from '../../app/judge/load-judge'
import { answerBits } from './answer-bits'

declare global {
  /** The judge as pages load it, for a test that asks it from outside. */
  var askJudge: (version: string, batchSize: number) => Promise<string>
}

globalThis.askJudge = async (version, batchSize) => answerBits(await loadJudgeOnce(version), batchSize)
