import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { championSchema } from './champion-schema'
import { type ModelFiles, ModelRefusedError } from './judge'
import { listVersions, numberOf } from './versions'

/** Where `champion.json` and the folders of all versions are. */
export const modelsFolder = fileURLToPath(new URL('.', import.meta.url))

/** The folder of the network that `champion.json` names. @throws ModelRefusedError when it names none */
export async function findChampionFolder(folder: string = modelsFolder): Promise<string> {
  const path = join(folder, 'champion.json')
  const champion = championSchema.safeParse(await readJson(path))
  if (!champion.success) throw new ModelRefusedError(`${path} names no version`)
  return join(folder, champion.data.version)
}

/** models/digits-vN with the first N above all there are. */
export async function nextModelFolder(): Promise<string> {
  const [newest = ''] = await listVersions(modelsFolder)
  return join('models', `digits-v${numberOf(newest) + 1}`)
}

/** As much of `model.json` as tells its weights from others; the rest is looked at when a judge is made of it. */
const weightsSchema = z.object({ weights: z.object({ sha256: z.string() }) })

/** @throws ModelRefusedError naming the file that is missing, no JSON, or not the one that `model.json` speaks of */
export async function readModelFolder(folder: string): Promise<ModelFiles> {
  const model = await readJson(join(folder, 'model.json'))
  const weightsPath = join(folder, 'weights.bin')
  const weights = await read(weightsPath)
  const expected = weightsSchema.safeParse(model).data?.weights.sha256
  const found = createHash('sha256').update(weights).digest('hex')
  if (expected !== undefined && found !== expected)
    throw new ModelRefusedError(`${weightsPath} is not the file that model.json speaks of`)
  return { model, weights: new Uint8Array(weights).buffer }
}

/** SHA-256 of a network's weights, in hex: what tells it from any other of its version. */
export function weightsHashOf({ weights }: ModelFiles): string {
  return createHash('sha256').update(new Uint8Array(weights)).digest('hex')
}

async function read(path: string): Promise<Buffer> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new ModelRefusedError(error.code === 'ENOENT' ? `there is no ${path}` : error.message)
  })
}

async function readJson(path: string): Promise<unknown> {
  const text = (await read(path)).toString('utf8')
  try {
    return JSON.parse(text)
  } catch {
    throw new ModelRefusedError(`${path} is no JSON`)
  }
}
