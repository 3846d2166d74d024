import { readFile, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Champion } from './champion-schema'
import { objectionsTo } from './evaluation/gate'
import { type ModelMetrics, metricsSchema } from './evaluation/metrics'
import { loadJudge } from './judge'
import { findChampionFolder, readModelFolder } from './model-folder'

type Promotion = {
  /** The folder of the challenger, `models/digits-vN`. */
  readonly folder: string
  /** Whether it is promoted whatever speaks against it. */
  readonly isForced: boolean
  /** Where `champion.json` and the folders of all versions are. */
  readonly modelsFolder: string
  /** tfjs backend on which the challenger must give its golden answers. */
  readonly backend: string
  readonly say: (line: string) => void
}

/**
 * Makes a challenger the champion, if nothing speaks against it. Servers that run take it up within seconds.
 * @returns whether it is the champion now
 * @throws ModelRefusedError when its files do not fit together
 * @throws RangeError when it is not in the folder of its version, or has not been measured
 */
export async function promote({ folder, isForced, modelsFolder, backend, say }: Promotion): Promise<boolean> {
  const champion = await findChampionFolder(modelsFolder)
  const judge = await loadJudge(await readModelFolder(folder), backend)
  const { version } = judge
  judge.dispose()
  if (resolve(folder) !== resolve(modelsFolder, version))
    throw new RangeError(`${folder} must be models/${version}`)
  const objections = objectionsTo(await readMetrics(folder), await readMetrics(champion))
  objections.forEach(say)
  if (objections.length > 0 && !isForced) return false
  const file = join(dirname(champion), 'champion.json')
  await writeFile(`${file}.part`, `${JSON.stringify({ version } satisfies Champion, null, 2)}\n`)
  await rename(`${file}.part`, file)
  say(`${version} judges from now on; to go back: npm run promote -- models/${basename(champion)} --anyway`)
  return true
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
