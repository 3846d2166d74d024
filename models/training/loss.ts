import * as tf from '@tensorflow/tfjs-core'

/**
 * Mean cross-entropy of softmax(logits) [batch, labels] against `truths` of the same shape, each row of which adds to 1.
 * @returns a scalar
 */
export function crossEntropy(truths: tf.Tensor2D, logits: tf.Tensor2D): tf.Scalar {
  const operation = tf.customGrad((logits, save) => {
    const logProbabilities = tf.logSoftmax(logits as tf.Tensor2D)
    ;(save as tf.GradSaveFunc)([logProbabilities])
    const count = truths.shape[0]
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) =>
      tf.mul(tf.sub(tf.exp(saved[0] as tf.Tensor), truths), tf.div(dy, count))
    return { value: tf.div(tf.neg(tf.sum(tf.mul(truths, logProbabilities))), count), gradFunc }
  })
  return operation(logits) as tf.Scalar
}

/** logits [batch, labels] and a bias for each label */
export function addBias(logits: tf.Tensor2D, bias: tf.Tensor1D): tf.Tensor2D {
  const operation = tf.customGrad((logits, bias) => ({
    value: tf.add(logits as tf.Tensor2D, bias as tf.Tensor1D),
    gradFunc: (dy: tf.Tensor) => [dy, tf.sum(dy, 0)],
  }))
  return operation(logits, bias) as tf.Tensor2D
}
