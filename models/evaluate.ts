import { mkdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { CommandLineError } from './command-line'
import { DataFileError } from './data-file'
import { parseCommandLine } from './evaluation/command-line'
import { objectionsTo } from './evaluation/gate'
import { livePlayText, playLive } from './evaluation/live-play'
import { nonsenseSet } from './evaluation/nonsense'
import { type MeasuredNetwork, runEvaluation } from './evaluation/run-evaluation'
import { findTestFiles, loadTestSets, loadTrainingPictures } from './evaluation/test-sets'
import { loadJudge, ModelRefusedError } from './judge'
import { findChampionFolder, readModelFolder, weightsHashOf } from './model-folder'
import { livePlayPage } from './report/live-play-page'
import { reportPage } from './report/page'
import { textOf } from './report/text'
import { readTrainedIds } from './training/trained-samples'

/** Judges test sets with a network of `models/`, and writes what came of it: text here, more where asked for. */
async function evaluate(args: readonly string[]): Promise<void> {
  const { model, acceptsUnreviewed, refresh, digits, others, samples, images, ...given } =
    parseCommandLine(args)
  const named = { digits, others, samples, images }
  const isNamed = Object.values(named).some((files) => files.length > 0)
  const dataDir = process.env.DATA_DIR ?? '.cache/data'
  const championFolder = await findChampionFolder()
  const trained = await Promise.all([model ?? championFolder, championFolder].map(readTrainedIds))
  const loaded = await loadTestSets(isNamed ? named : await findTestFiles(dataDir), {
    acceptsUnreviewed,
    trainedIds: new Set(trained.flat()),
  })
  const nonsense = isNamed ? null : nonsenseSet(loaded)
  const training = isNamed ? null : await loadTrainingPictures(dataDir)
  const sets = nonsense ? [...loaded, nonsense] : loaded
  const unreviewed = sets.reduce((sum, set) => sum + (set.unreviewed ?? 0), 0)
  if (unreviewed > 0) console.log(`${unreviewed} labels are not reviewed: they count as what was asked for`)
  const learnt = sets.reduce((sum, set) => sum + (set.learnt ?? 0), 0)
  if (learnt > 0) console.log(`${learnt} drawings are left out: by players whom the network has learnt from`)
  const { json, html, metrics, play } = refresh ? homesOf(model ?? championFolder) : given
  const network = await loadNetwork(model ?? championFolder)
  const isCompared = metrics && resolve(model ?? championFolder) !== resolve(championFolder)
  const champion = isCompared ? await loadNetwork(championFolder) : null
  const { report, metrics: measured } = runEvaluation(network, champion, sets, training)
  const live = play ? playLive(sets, network.judge) : null
  network.judge.dispose()
  champion?.judge.dispose()
  if (json) await save(json, `${JSON.stringify(report)}\n`)
  if (html) await save(html, reportPage(report))
  if (metrics) await save(metrics, `${JSON.stringify(measured, null, 2)}\n`)
  if (play && live) await save(play, livePlayPage(report.version, live))
  console.log(textOf(report))
  if (live) console.log(livePlayText(live))
  if (!measured.champion) return
  const objections = objectionsTo(measured, measured.champion)
  console.log(
    `beside ${measured.champion.version}, the champion: ${objections.length ? '' : 'nothing speaks against it'}`,
  )
  for (const objection of objections) console.log(`- ${objection}`)
}

/** Where what is measured of a network belongs: its metrics beside it, and reports where they are looked at and not kept. */
function homesOf(folder: string) {
  const report = (name: string) => join('.cache', 'report', `${basename(folder)}${name}`)
  return {
    ...{ json: report('.json'), html: report('.html'), play: report('-live-play.html') },
    metrics: join(folder, 'metrics.json'),
  }
}

async function loadNetwork(folder: string): Promise<MeasuredNetwork> {
  const files = await readModelFolder(folder)
  return { judge: await loadJudge(files), weights: weightsHashOf(files) }
}

async function save(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  console.log(`wrote ${path}`)
}

await evaluate(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected =
    error instanceof DataFileError || error instanceof CommandLineError || error instanceof ModelRefusedError
  console.error(isExpected ? error.message : error)
  process.exitCode = 1
})
