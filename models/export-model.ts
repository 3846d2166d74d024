/** `npm run export-model -- [--model models/digits-vN] [--out DIR]`: writes a network as ONNX, for other programs. */
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { CommandLineError, readCommandLine } from './command-line'
import { loadJudge, ModelRefusedError } from './judge'
import { findChampionFolder, readModelFolder } from './model-folder'
import { writeOnnxFolder } from './onnx/write-onnx-folder'

const usage = 'npm run export-model -- [--model models/digits-vN] [--out DIR]'

async function exportModel(args: string[]): Promise<void> {
  const { values } = readCommandLine(usage, {
    args,
    options: { model: { type: 'string' }, out: { type: 'string' } },
  })
  const folder = values.model ?? (await findChampionFolder())
  const out = values.out ?? `${basename(resolve(folder))}-onnx`
  if (await stat(out).catch(() => null))
    throw new CommandLineError(`${out} is there already; name a new folder with --out`)
  const files = await readModelFolder(folder)
  // Only what gives its golden answers is handed on.
  const judge = await loadJudge(files)
  judge.dispose()
  const names = await writeOnnxFolder(out, files).catch((error: Error) => {
    throw new CommandLineError(`${out} could not be written: ${error.message}`)
  })
  console.log(`${judge.version} is in ${out}: ${names.join(', ')}`)
}

await exportModel(process.argv.slice(2)).catch((error: unknown) => {
  const isExpected = error instanceof CommandLineError || error instanceof ModelRefusedError
  console.error(isExpected ? error.message : error)
  process.exitCode = 1
})
