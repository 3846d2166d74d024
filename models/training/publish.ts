import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
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

/** Writes a model folder; its last part is the version's name, e.g. digits-v2. */
export async function publish(
  folder: string,
  layers: readonly Layer[],
  weights: Float32Array,
  calibration: Calibration,
): Promise<void> {
  const bytes = Buffer.from(weights.buffer, weights.byteOffset, weights.byteLength)
  const rasters = goldenRasters()
  const answers = answersOf(layers, weights, Buffer.concat(rasters))
  const model: ModelJson = {
    format: 'digit-dash-model/1',
    version: basename(folder),
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
