import { createHash } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { rasterSize } from '#game/drawing/rasterise'
import { infer, loadLayers } from '#models/inference'
import { labels } from '#models/labels'
import type { Layer, ModelJson } from '#models/model-schema'
import type { Calibration } from './fold'
import { goldenRasters } from './golden'

const pixels = rasterSize * rasterSize

/** All probabilities a folded network gives, in chunks that stay in the cache. */
export function answersOf(
  layers: readonly Layer[],
  weights: Float32Array,
  rasters: Uint8Array,
): Float32Array[] {
  const loaded = loadLayers(layers, weights)
  const answers: Float32Array[] = []
  const chunk = 64 * pixels
  for (let first = 0; first < rasters.length; first += chunk) {
    const flat = infer(loaded, rasters.subarray(first, first + chunk))
    for (let at = 0; at < flat.length; at += labels.length) answers.push(flat.slice(at, at + labels.length))
  }
  tf.dispose(loaded.flatMap(({ weights, bias }) => [weights, bias]))
  return answers
}

/** What could not be written, and why; the run that led to it is kept. */
export class PublishingError extends Error {
  override readonly name = 'PublishingError'
}

/**
 * Writes a model folder as a whole or not at all: what is written stands beside it until everything is there.
 * @param folder that is not there yet; its last part is the version's name, e.g. digits-v2
 * @param more writes what else belongs into the folder that it is given
 * @throws PublishingError when the disk is full, or the folder is there by now; nothing is left of it then
 */
export async function publishWhole(
  folder: string,
  network: Network,
  more: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${folder}.${process.pid}`
  try {
    await publish(draft, network, basename(folder))
    await more(draft)
    await rename(draft, folder)
  } catch (error) {
    throw new PublishingError(`${folder} could not be written: ${(error as Error).message}`)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

type Network = {
  readonly layers: readonly Layer[]
  readonly weights: Float32Array
  readonly calibration: Calibration
}

/** Writes the files of a network into a folder; its last part is the version's name, unless another one is given. */
export async function publish(
  folder: string,
  { layers, weights, calibration }: Network,
  version = basename(folder),
): Promise<void> {
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)
  const rasters = goldenRasters()
  const answers = answersOf(layers, weights, Buffer.concat(rasters))
  const model: ModelJson = {
    format: 'digit-dash-model/1',
    version,
    input: { size: rasterSize, block: 2 },
    layers: [...layers],
    labels: [...labels],
    weights: { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    calibration,
    golden: rasters.map((raster, index) => ({
      raster: Buffer.from(raster).toString('base64'),
      probabilities: Array.from(answers[index] ?? []),
    })),
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'weights.bin'), bytes)
  await writeFile(join(folder, 'model.json'), `${JSON.stringify(model, null, 2)}\n`)
}
