import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { listVersions } from '#models/versions'

const fileName = 'samples.json'
const idsSchema = z.array(z.uuid())

/**
 * Writes down in a model's folder which players' samples it was trained on, so that they can be told.
 * @param ids of the samples
 * @param keptFolder of the model that one of its networks was taken from
 */
export async function writeTrainedSamples(
  modelFolder: string,
  ids: readonly string[],
  keptFolder: string,
): Promise<void> {
  const all = new Set([...ids, ...(await readTrainedIds(keptFolder))])
  await writeFile(join(modelFolder, fileName), `${JSON.stringify([...all].sort())}\n`)
}

/**
 * Which of these samples trained which versions, oldest version first. Samples that trained none are left out.
 * @param modelsFolder holds one folder a version
 */
export async function findTrainedVersions(
  modelsFolder: string,
  sampleIds: readonly string[],
): Promise<Map<string, string[]>> {
  const versions = (await listVersions(modelsFolder)).reverse()
  const trained = new Map<string, string[]>()
  for (const version of versions) {
    const ids = new Set(await readTrainedIds(join(modelsFolder, version)))
    for (const id of sampleIds) if (ids.has(id)) trained.set(id, [...(trained.get(id) ?? []), version])
  }
  return trained
}

/** The samples that a network was trained on; none where its folder says nothing of them. */
export async function readTrainedIds(modelFolder: string): Promise<string[]> {
  const text = await readFile(join(modelFolder, fileName), 'utf8').catch(() => '[]')
  return idsSchema.parse(JSON.parse(text))
}
