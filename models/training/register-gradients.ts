import * as tf from '@tensorflow/tfjs-core'

type ConvolutionAttributes = { readonly strides: number | [number, number]; readonly pad: 'same' | 'valid' }

/**
 * Teaches tfjs to differentiate the three operations the network is made of. The library's own gradients are not in its
 * build for Node. Transposing first, instead of by the product's flags, avoids the WASM backend's slow path.
 */
export function registerGradients(): void {
  tf.registerGradient({
    kernelName: tf.Conv2D,
    inputsToSave: ['x', 'filter'],
    gradFunc: (dy, saved, attributes) => {
      const [x, filter] = saved as [tf.Tensor4D, tf.Tensor4D]
      const { strides, pad } = attributes as unknown as ConvolutionAttributes
      const shared = { strides, pad, dataFormat: 'NHWC' }
      return {
        x: () =>
          run(tf.Conv2DBackpropInput, { dy: dy as tf.Tensor, filter }, { ...shared, inputShape: x.shape }),
        filter: () =>
          run(tf.Conv2DBackpropFilter, { x, dy: dy as tf.Tensor }, { ...shared, filterShape: filter.shape }),
      }
    },
  })
  tf.registerGradient({
    kernelName: tf.BatchMatMul,
    inputsToSave: ['a', 'b'],
    gradFunc: (dy, saved) => {
      const [a, b] = saved as [tf.Tensor2D, tf.Tensor2D]
      return {
        a: () => tf.matMul(dy as tf.Tensor2D, tf.transpose(b)),
        b: () => tf.matMul(tf.transpose(a), dy as tf.Tensor2D),
      }
    },
  })
  tf.registerGradient({
    kernelName: tf.Reshape,
    inputsToSave: ['x'],
    gradFunc: (dy, [x]) => ({ x: () => tf.reshape(dy as tf.Tensor, x?.shape ?? []) }),
  })
}

function run(kernelName: string, inputs: tf.NamedTensorMap, attributes: Record<string, unknown>): tf.Tensor {
  return tf.engine().runKernel(kernelName, inputs, attributes as unknown as tf.NamedAttrMap)
}
