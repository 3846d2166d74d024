import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { judgeVersionPattern } from '#game/protocol/constants'
import { readSampleIds } from '#models/samples-format/read-export'

const fileName = 'samples.json'
const idsSchema = z.array(z.uuid())

/**
 * Writes down in a model's folder which players' samples it was trained on, so that they can be told.
 * @param keptFolder of the model that one of its networks was taken from
 */
export async function writeTrainedSamples(
  modelFolder: string,
  exports: readonly string[],
  keptFolder: string,
): Promise<void> {
  const ids = [...(await Promise.all(exports.map(readSampleIds))).flat(), ...(await readIds(keptFolder))]
  await writeFile(join(modelFolder, fileName), `${JSON.stringify([...new Set(ids)].sort())}\n`)
}

/**
 * Which of these samples trained which versions, oldest version first. Samples that trained none are left out.
 * @param modelsFolder holds one folder a version
 */
export async function findTrainedVersions(
  modelsFolder: string,
  sampleIds: readonly string[],
): Promise<Map<string, string[]>> {
  const versions = (await readdir(modelsFolder)).filter((name) => judgeVersionPattern.test(name))
  versions.sort((one, other) => numberOf(one) - numberOf(other))
  const trained = new Map<string, string[]>()
  for (const version of versions) {
    const ids = new Set(await readIds(join(modelsFolder, version)))
    for (const id of sampleIds) if (ids.has(id)) trained.set(id, [...(trained.get(id) ?? []), version])
  }
  return trained
}

async function readIds(modelFolder: string): Promise<string[]> {
  const text = await readFile(join(modelFolder, fileName), 'utf8').catch(() => '[]')
  return idsSchema.parse(JSON.parse(text))
}

function numberOf(version: string): number {
  return Number(judgeVersionPattern.exec(version)?.[1])
}
