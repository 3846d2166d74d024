import * as tf from '@tensorflow/tfjs-core'
import type { Layer } from '#models/model-schema'
import { type TensorShape, weightsByLayer } from './layer-sizes'
import { type CreateNetwork, countInputs, type Network } from './network'

type LoadedLayer = Layer & { readonly weights: tf.Tensor; readonly bias: tf.Tensor1D }

let starting: Promise<unknown> = Promise.resolve()

/** Networks on a tfjs backend, which must have been registered. */
export function createOnBackend(name: string): CreateNetwork {
  return async (layers, weights, shape) => {
    // One start after the other: tfjs gives up one that has not ended when it is asked for the next.
    const started = starting.then(() => tf.setBackend(name))
    starting = started.catch(() => {})
    if (!(await started)) throw new Error(`the ${name} backend does not start here`)
    return createTfjsNetwork(layers, weights, shape)
  }
}

/** A network on tfjs' current backend, whose memory holds its weights until it is disposed. Parameters as those of `CreateNetwork`. */
export function createTfjsNetwork(
  layers: readonly Layer[],
  weights: Float32Array,
  shape: TensorShape,
): Network {
  const loaded = loadLayers(layers, weights)
  const last = loaded.length - 1
  return {
    engine: tf.getBackend(),
    infer(inputs) {
      const count = countInputs(inputs, shape)
      if (count === 0) return new Float32Array(0)
      const probabilities = tf.tidy(() =>
        tf.softmax(
          loaded.reduce<tf.Tensor>(
            (x, layer, index) => forward(x, layer, index < last ? 'relu' : 'linear'),
            tf.tensor4d(inputs, [count, ...shape]),
          ),
        ),
      )
      const values = probabilities.dataSync<'float32'>()
      probabilities.dispose()
      return values
    },
    dispose: () => tf.dispose(loaded.flatMap(({ weights, bias }) => [weights, bias])),
  }
}

function loadLayers(layers: readonly Layer[], weights: Float32Array): LoadedLayer[] {
  const parts = weightsByLayer(layers, weights)
  return layers.map((layer, index) => ({
    ...layer,
    weights: tf.tensor(parts[index]?.filter ?? [], [...layer.filter]),
    bias: tf.tensor1d(parts[index]?.bias ?? []),
  }))
}

function forward(x: tf.Tensor, layer: LoadedLayer, activation: 'relu' | 'linear'): tf.Tensor {
  const { weights, bias } = layer
  if (layer.kind === 'dense') {
    const a = tf.reshape<tf.Rank.R2>(x, [x.shape[0] ?? 0, -1])
    return tf.fused.matMul({ a, b: weights as tf.Tensor2D, bias, activation })
  }
  const { stride: strides, padding: pad } = layer
  return tf.fused.conv2d({
    x: x as tf.Tensor4D,
    filter: weights as tf.Tensor4D,
    strides,
    pad,
    bias,
    activation,
  })
}
