import { DataFileError } from './data-file'
import { findTestFiles, loadTestSets } from './evaluation/test-sets'
import { watchDrawing } from './evaluation/watch'
import { loadJudge } from './judge'
import { asRecord } from './limits/as-record'
import { type Hand, reportHands } from './limits/hands'
import { reportLocks } from './limits/locks'
import { reportUsualWays } from './limits/usual-ways'
import { findChampionFolder, readModelFolder } from './model-folder'

/** `npm run limits`: what the limits of a drawing [F1] and of fair play [F2] [F3] were taken from, and whom they would wrong; and the usual ways of progress [S14]. */
async function run(): Promise<void> {
  const dataDir = process.env.DATA_DIR ?? '.cache/data'
  const files = await findTestFiles(dataDir)
  const sets = await loadTestSets({ ...files, images: [], others: [] })
  const judge = await loadJudge(await readModelFolder(await findChampionFolder()))
  for (const line of reportLocks(judge, sets)) console.log(line)
  for (const { name, recorded } of sets) {
    const hands = recorded.flatMap(({ digit, drawing }): Hand[] => {
      const record = asRecord(watchDrawing(digit, drawing, judge))
      const isTimed = drawing.strokes[0]?.[0]?.t !== null
      return record ? [{ writer: drawing.writer ?? '', record, isTimed }] : []
    })
    for (const line of reportHands(name, hands)) console.log(line)
  }
  for (const line of await reportUsualWays(judge, dataDir)) console.log(line)
  judge.dispose()
}

await run().catch((error: unknown) => {
  console.error(error instanceof DataFileError ? error.message : error)
  process.exitCode = 1
})
