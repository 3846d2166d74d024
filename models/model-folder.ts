import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { type ModelFiles, ModelRefusedError } from './judge'

const modelsFolder = fileURLToPath(new URL('.', import.meta.url))
const championSchema = z.object({ version: z.string().regex(/^digits-v[1-9]\d{0,5}$/) })

/** The folder of the network that `champion.json` names. */
export async function findChampionFolder(folder: string = modelsFolder): Promise<string> {
  const champion = championSchema.parse(await readJson(join(folder, 'champion.json')))
  return join(folder, champion.version)
}

/** @throws ModelRefusedError naming the file that is missing or no JSON */
export async function readModelFolder(folder: string): Promise<ModelFiles> {
  const model = await readJson(join(folder, 'model.json'))
  const weights = await read(join(folder, 'weights.bin'))
  return { model, weights: new Uint8Array(weights).buffer }
}

async function read(path: string): Promise<Buffer> {
  return readFile(path).catch((error: Error) => {
    throw new ModelRefusedError(error.message)
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
