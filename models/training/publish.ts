import { createHash } from 'node:crypto'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathChannels, pathPoints, type Shown } from '#game/drawing/pen-path'
import { rasterSize } from '#game/drawing/rasterise'
import { toBlocks } from '#models/blocks'
import type { ModelFiles } from '#models/judge'
import { labels } from '#models/labels'
import { type Layer, type ModelJson, modelSchema } from '#models/model-schema'
import { pathShape, pictureShape, splitWeights } from '#models/model-shapes'
import type { TensorShape } from '#models/network/layer-sizes'
import { createTfjsNetwork } from '#models/network/tfjs-network'
import type { Calibration } from './fold'
import { goldenDrawings } from './golden'

/** All probabilities a folded network gives, on tfjs' current backend. */
export function answersOf(
  layers: readonly Layer[],
  weights: Float32Array,
  rasters: Uint8Array,
): Float32Array[] {
  return inChunks(layers, weights, pictureShape, toBlocks(rasters))
}

/** The same of a stroke network. */
export function pathAnswersOf(
  layers: readonly Layer[],
  weights: Float32Array,
  paths: Float32Array,
): Float32Array[] {
  return inChunks(layers, weights, pathShape, paths)
}

/** In chunks that stay in the cache. */
function inChunks(
  layers: readonly Layer[],
  weights: Float32Array,
  shape: TensorShape,
  inputs: Float32Array,
): Float32Array[] {
  const network = createTfjsNetwork(layers, weights, shape)
  const answers: Float32Array[] = []
  const chunk = 64 * shape[0] * shape[1] * shape[2]
  for (let first = 0; first < inputs.length; first += chunk) {
    const flat = network.infer(inputs.subarray(first, first + chunk))
    for (let at = 0; at < flat.length; at += labels.length) answers.push(flat.slice(at, at + labels.length))
  }
  network.dispose()
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
  networks: Networks,
  more: (draft: string) => Promise<void>,
): Promise<void> {
  const draft = `${folder}.${process.pid}`
  try {
    await publish(draft, networks, basename(folder))
    await more(draft)
    await rename(draft, folder)
  } catch (error) {
    throw new PublishingError(`${folder} could not be written: ${(error as Error).message}`)
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
}

export type NetworkParts = {
  readonly layers: readonly Layer[]
  readonly weights: Float32Array
  readonly calibration: Calibration
}

/** The network that sees pictures, and the one that sees strokes where there is one. */
export type Networks = NetworkParts & { readonly strokes?: NetworkParts }

/** The networks of a folder: a new one of either kind is published beside the other one of the champion. */
export function networksOf({ model, weights }: ModelFiles): Networks {
  const { layers, calibration, strokes } = modelSchema.parse(model)
  const parts = splitWeights({ layers }, new Float32Array(weights))
  const pictures = { layers, calibration, weights: parts.pictures }
  if (!strokes) return pictures
  const { layers: strokeLayers, calibration: strokeCalibration } = strokes
  return {
    ...pictures,
    strokes: { layers: strokeLayers, calibration: strokeCalibration, weights: parts.strokes },
  }
}

/** Writes the files of networks into a folder; its last part is the version's name, unless another one is given. */
export async function publish(
  folder: string,
  { layers, weights, calibration, strokes }: Networks,
  version = basename(folder),
): Promise<void> {
  const bytes = Buffer.concat([bytesOf(weights), strokes ? bytesOf(strokes.weights) : Buffer.of()])
  const drawings = goldenDrawings()
  const answers = answersOf(layers, weights, Buffer.concat(drawings.map(({ raster }) => raster)))
  const model: ModelJson = {
    format: strokes ? 'digit-dash-model/2' : 'digit-dash-model/1',
    version,
    input: { size: rasterSize, block: 2 },
    layers: [...layers],
    labels: [...labels],
    weights: { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') },
    calibration,
    golden: drawings.map(({ raster }, index) => ({
      raster: Buffer.from(raster).toString('base64'),
      probabilities: Array.from(answers[index] ?? []),
    })),
    ...(strokes && { strokes: describeStrokes(strokes, drawings) }),
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'weights.bin'), bytes)
  await writeFile(join(folder, 'model.json'), `${JSON.stringify(model, null, 2)}\n`)
}

function describeStrokes(
  { layers, weights, calibration }: NetworkParts,
  drawings: readonly Shown[],
): NonNullable<ModelJson['strokes']> {
  return {
    input: { points: pathPoints, channels: pathChannels },
    layers: [...layers],
    calibration,
    golden: drawings.map(({ path }) => ({
      path: bytesOf(path).toString('base64'),
      probabilities: pathAnswersOf(layers, weights, path).flatMap((answer) => [...answer]),
    })),
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}
