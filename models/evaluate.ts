import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { registerWasmBackend } from '#models/wasm-in-node'
import { CommandLineError } from './command-line'
import { DataFileError } from './data-file'
import { parseCommandLine } from './evaluation/command-line'
import { metricsOf } from './evaluation/metrics'
import { runEvaluation } from './evaluation/run-evaluation'
import { findTestFiles, loadTestSets } from './evaluation/test-sets'
import { loadJudge, ModelRefusedError } from './judge'
import { findChampionFolder, readModelFolder } from './model-folder'
import { reportPage } from './report/page'
import { textOf } from './report/text'

/** Judges test sets with a network of `models/`, and writes what came of it: text here, more where asked for. */
async function evaluate(args: readonly string[]): Promise<void> {
  const { model, json, html, metrics, acceptsUnreviewed, ...named } = parseCommandLine(args)
  const isNamed = Object.values(named).some((files) => files.length > 0)
  const sets = await loadTestSets(
    isNamed ? named : await findTestFiles(process.env.DATA_DIR ?? '.cache/data'),
    { acceptsUnreviewed },
  )
  registerWasmBackend()
  const judge = await loadJudge(await readModelFolder(model ?? (await findChampionFolder())), 'wasm')
  const report = runEvaluation(judge, sets)
  judge.dispose()
  if (json) await save(json, `${JSON.stringify(report)}\n`)
  if (html) await save(html, reportPage(report))
  if (metrics) await save(metrics, `${JSON.stringify(metricsOf(report), null, 2)}\n`)
  console.log(textOf(report))
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
