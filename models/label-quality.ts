/** `npm run label-quality`: how many wrong labels a ranking by the judge's doubt finds, with some planted among recorded drawings. */
import { digitCount } from '#game/protocol/constants'
import { CommandLineError, readCommandLine } from './command-line'
import { DataFileError } from './data-file'
import { judgeAll } from './evaluation/judge-all'
import { type Labelled, type LabelQuality, measureLabelQuality } from './evaluation/label-quality'
import { findTestFiles, loadTestSets } from './evaluation/test-sets'
import { loadJudge } from './judge'
import { findChampionFolder, readModelFolder } from './model-folder'
import { Chance } from './training/chance'

const usage = 'npm run label-quality [-- --wrong SHARE] [--seed N]'

async function run(): Promise<void> {
  const { values } = readCommandLine(usage, {
    options: { wrong: { type: 'string', default: '0.1' }, seed: { type: 'string', default: '1' } },
  })
  const [share, seed] = [Number(values.wrong), Number(values.seed)]
  if (!(share > 0 && share < 1) || !Number.isInteger(seed)) throw new CommandLineError(usage)
  const files = await findTestFiles(process.env.DATA_DIR ?? '.cache/data')
  const sets = await loadTestSets({ ...files, images: [], others: [] })
  const judge = await loadJudge(await readModelFolder(await findChampionFolder()))
  for (const { name, pictures } of sets) {
    const chance = new Chance(seed)
    const isWrong = pictures.map(() => chance.happens(share))
    const answers = judgeAll(judge, pictures)
    const examples = pictures.map(({ truth }, place): Labelled => {
      const other = (truth + 1 + chance.below(digitCount - 1)) % digitCount
      return { label: isWrong[place] ? other : truth, thousandths: answers[place]?.thousandths ?? [] }
    })
    console.log(describeQuality(name, measureLabelQuality(examples, isWrong)))
  }
  judge.dispose()
}

function describeQuality(
  name: string,
  { examples, wrong, found, stacked, wrongInStacks }: LabelQuality,
): string {
  const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`
  return [
    `${name}: ${examples} drawings, ${wrong} with a wrong label`,
    `  found in the first ${percent(wrong, examples)} of the ranking: ${found}, ${percent(found, wrong)}`,
    `  looks right: ${stacked}, ${percent(stacked, examples)}; wrong among these: ${wrongInStacks}`,
    `  to be looked at one by one: ${percent(examples - stacked, examples)}`,
  ].join('\n')
}

await run().catch((error: unknown) => {
  const isExpected = error instanceof CommandLineError || error instanceof DataFileError
  console.error(isExpected ? error.message : error)
  process.exitCode = 1
})
