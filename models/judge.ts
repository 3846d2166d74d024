import * as tf from '@tensorflow/tfjs-core'
import { rasterSize } from '#game/drawing/rasterise'
import { infer, loadLayers, outputCount, weightCount } from './inference'
import { labels } from './labels'
import { type ModelJson, modelSchema } from './model-schema'

export type ModelFiles = { readonly model: unknown; readonly weights: ArrayBuffer }

/** Calibrated probabilities of the eleven labels, as the network gave them and as the rules read them. */
export type Classification = { readonly probabilities: Float32Array; readonly thousandths: number[] }

export type Judge = {
  readonly version: string
  /** The tfjs backend that answers. Only 'wasm' gives the same bits on every machine. */
  readonly engine: string
  /** @param rasters any number of 784 grey levels each, one after the other */
  classify(rasters: Uint8Array): Classification[]
  dispose(): void
}

/** A model that must not serve, and why. */
export class ModelRefusedError extends Error {
  override readonly name = 'ModelRefusedError'
}

/**
 * Makes a network ready to judge on the named tfjs backend, which must have been registered.
 *
 * @throws ModelRefusedError when labels, shapes, byte count or golden outputs do not fit; nothing is left in memory then
 */
export async function loadJudge(files: ModelFiles, backendName: string): Promise<Judge> {
  const model = parseModel(files.model)
  checkShapes(model, files.weights.byteLength)
  const weights = new Float32Array(files.weights)
  if (!weights.every(Number.isFinite)) throw new ModelRefusedError('a weight is not a finite number')
  if (!(await tf.setBackend(backendName))) {
    throw new ModelRefusedError(`the ${backendName} backend does not start here`)
  }
  const layers = loadLayers(model.layers, weights)
  const judge: Judge = {
    version: model.version,
    engine: backendName,
    classify: (rasters) => guessesOf(infer(layers, rasters)),
    dispose: () => tf.dispose(layers.flatMap(({ weights, bias }) => [weights, bias])),
  }
  try {
    checkGolden(model, judge)
  } catch (error) {
    judge.dispose()
    throw error
  }
  return judge
}

function parseModel(json: unknown): ModelJson {
  const parsed = modelSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ModelRefusedError(`model.json: ${issue?.path.join('.')}: ${issue?.message}`)
}

function checkShapes({ layers, weights }: ModelJson, byteLength: number): void {
  let size = rasterSize / 2
  let channels = 4
  layers.forEach((layer, index) => {
    const inputs = layer.kind === 'conv' ? channels : size * size * channels
    const taken = layer.filter[layer.filter.length - 2]
    if (taken !== inputs)
      throw new ModelRefusedError(`layer ${index} takes ${taken} inputs and gets ${inputs}`)
    if (layer.kind === 'conv') {
      const reach = layer.padding === 'same' ? size : size - layer.filter[0] + 1
      size = Math.ceil(reach / layer.stride)
    } else size = 1
    channels = outputCount(layer)
  })
  if (size !== 1 || channels !== labels.length) {
    throw new ModelRefusedError(
      `the network ends in ${size}x${size}x${channels} outputs, not in ${labels.length}`,
    )
  }
  const expected = layers.reduce((sum, layer) => sum + weightCount(layer) + outputCount(layer), 0) * 4
  if (byteLength !== expected || weights.bytes !== expected) {
    throw new ModelRefusedError(`the layers need ${expected} bytes of weights, there are ${byteLength}`)
  }
}

function guessesOf(probabilities: Float32Array): Classification[] {
  return Array.from({ length: probabilities.length / labels.length }, (_, index) => {
    const own = probabilities.slice(index * labels.length, (index + 1) * labels.length)
    return { probabilities: own, thousandths: Array.from(own, (value) => Math.floor(value * 1000 + 0.5)) }
  })
}

function checkGolden({ golden }: ModelJson, judge: Judge): void {
  golden.forEach(({ raster, probabilities }, index) => {
    const [guess] = judge.classify(fromBase64(raster))
    const distances = probabilities.map((value, label) =>
      Math.abs(value - (guess?.probabilities[label] ?? NaN)),
    )
    const farthest = Math.max(...distances)
    if (!(farthest < 0.001)) {
      throw new ModelRefusedError(`golden raster ${index}: the answer is off by ${farthest}`)
    }
  })
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
