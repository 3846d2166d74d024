import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Champion } from './champion-schema'
import { CommandLineError, readCommandLine } from './command-line'
import { objectionsTo } from './evaluation/gate'
import { type ModelMetrics, metricsSchema } from './evaluation/metrics'
import { loadJudge, ModelRefusedError } from './judge'
import { findChampionFolder, readModelFolder } from './model-folder'
import { registerWasmBackend } from './wasm-in-node'

const usage = 'npm run promote -- models/digits-vN [--anyway]'

/** Makes a challenger the champion, if nothing speaks against it. Servers that run take it up within seconds. */
async function promote(args: string[]): Promise<void> {
  const { values, positionals } = readCommandLine(usage, {
    args,
    options: { anyway: { type: 'boolean', default: false } },
    allowPositionals: true,
  })
  const [folder, ...rest] = positionals
  if (!folder || rest.length > 0) throw new CommandLineError(usage)
  const champion = await findChampionFolder()
  registerWasmBackend()
  const judge = await loadJudge(await readModelFolder(folder), 'wasm')
  if (judge.version !== basename(folder) || dirname(champion) !== dirname(join(process.cwd(), folder)))
    throw new RangeError(`${folder} must be models/${judge.version}`)
  const objections = objectionsTo(await readMetrics(folder), await readMetrics(champion))
  for (const objection of objections) console.log(objection)
  if (objections.length > 0 && !values.anyway)
    throw new RangeError(
      `${judge.version} is not promoted. If you know better: ${usage.replace('[--anyway]', '--anyway')}`,
    )
  const file = join(dirname(champion), 'champion.json')
  await writeFile(
    `${file}.part`,
    `${JSON.stringify({ version: judge.version } satisfies Champion, null, 2)}\n`,
  )
  await rename(`${file}.part`, file)
  console.log(
    `${judge.version} judges from now on; to go back: npm run promote -- models/${basename(champion)} --anyway`,
  )
  judge.dispose()
}

async function readMetrics(folder: string): Promise<ModelMetrics> {
  const path = join(folder, 'metrics.json')
  const text = await readFile(path, 'utf8').catch(() => {
    throw new RangeError(
      `${path} is missing; npm run evaluate -- --model ${folder} --metrics ${path} writes it`,
    )
  })
  return metricsSchema.parse(JSON.parse(text))
}

await promote(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected =
    error instanceof RangeError || error instanceof CommandLineError || error instanceof ModelRefusedError
  console.error(isExpected ? error.message : error)
  process.exitCode = 1
})
