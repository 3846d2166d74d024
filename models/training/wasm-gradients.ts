import * as tf from '@tensorflow/tfjs-core'

type ConvolutionAttributes = {
  readonly strides: [number, number] | number
  readonly pad: 'same' | 'valid'
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil'
}

/**
 * Teaches the WASM backend to differentiate convolutions (square stride, no dilation). It has no kernel for the filter's
 * gradient, and a slow one for the input's; both are written here as convolutions, which it does fast.
 */
export function registerWasmGradients(): void {
  register(tf.Conv2DBackpropFilter, ({ x, dy }, attributes) =>
    filterGradient(x as tf.Tensor4D, dy as tf.Tensor4D, attributes as FilterAttributes),
  )
  register(tf.Conv2DBackpropInput, ({ dy, filter }, attributes) =>
    inputGradient(dy as tf.Tensor4D, filter as tf.Tensor4D, attributes as InputAttributes),
  )
}

type FilterAttributes = ConvolutionAttributes & { readonly filterShape: [number, number, number, number] }
type InputAttributes = ConvolutionAttributes & { readonly inputShape: [number, number, number, number] }
type Inputs = Record<string, tf.Tensor>

function register(kernelName: string, compute: (inputs: Inputs, attributes: unknown) => tf.Tensor): void {
  if (tf.getKernel(kernelName, 'wasm')) tf.unregisterKernel(kernelName, 'wasm')
  tf.registerKernel({
    kernelName,
    backendName: 'wasm',
    kernelFunc: ({ inputs, attrs }) => tf.tidy(() => compute(inputs as Inputs, attrs)),
  })
}

/**
 * How the loss changes with each filter weight: the input's channels become pictures, the batch becomes channels, and the
 * output's gradient slides over them as the filter. A stride in the forward pass is a dilation here.
 */
function filterGradient(x: tf.Tensor4D, dy: tf.Tensor4D, attributes: FilterAttributes): tf.Tensor4D {
  const [height, width] = attributes.filterShape
  const { stride, top, left } = geometry(x.shape, attributes.filterShape, attributes)
  const [, xHeight, xWidth] = x.shape
  const below = (dy.shape[1] - 1) * stride + height - top - xHeight
  const right = (dy.shape[2] - 1) * stride + width - left - xWidth
  // Rows and columns that no step of the forward pass reached.
  const reached =
    below < 0 || right < 0 ? crop(x, xHeight + Math.min(0, below), xWidth + Math.min(0, right)) : x
  const channelsAsPictures = tf.transpose(reached, [3, 1, 2, 0])
  const around = padding(top, Math.max(0, below), left, Math.max(0, right))
  const gradient = tf.conv2d(channelsAsPictures, tf.transpose(dy, [1, 2, 0, 3]), 1, around, 'NHWC', stride)
  return tf.transpose(gradient, [1, 2, 0, 3])
}

/**
 * How the loss changes with each input: the gradient convolved with the turned filter. With a stride, each of its phases
 * meets its own part of the filter, so all phases are computed as channels of one convolution and then interleaved.
 */
function inputGradient(dy: tf.Tensor4D, filter: tf.Tensor4D, attributes: InputAttributes): tf.Tensor4D {
  const [, inputHeight, inputWidth] = attributes.inputShape
  const { stride, top, left } = geometry(attributes.inputShape, filter.shape, attributes)
  const isMuchLarger = inputHeight * inputWidth > 2 * dy.shape[1] * dy.shape[2]
  if (stride === 1 && isMuchLarger) return spread(dy, filter, attributes.inputShape)
  const tall = Math.ceil(filter.shape[0] / stride)
  const wide = Math.ceil(filter.shape[1] / stride)
  const firstRow = Math.floor(top / stride)
  const firstColumn = Math.floor(left / stride)
  const around = padding(
    tall - 1 - firstRow,
    Math.ceil((top + inputHeight) / stride) - dy.shape[1],
    wide - 1 - firstColumn,
    Math.ceil((left + inputWidth) / stride) - dy.shape[2],
  )
  const dx = interleave(tf.conv2d(dy, turn(filter, stride, tall, wide), 1, around), stride)
  return crop(dx, inputHeight, inputWidth, top - firstRow * stride, left - firstColumn * stride)
}

/**
 * The same where padding would make a small gradient mostly zeros: what each tap of the filter gives, laid where the tap
 * had been, added up.
 */
function spread(
  dy: tf.Tensor4D,
  filter: tf.Tensor4D,
  [batch, inputHeight, inputWidth, inputs]: InputAttributes['inputShape'],
): tf.Tensor4D {
  const [height, width, , outputs] = filter.shape
  const [, dyHeight, dyWidth] = dy.shape
  const rows = tf.reshape<tf.Rank.R2>(dy, [-1, outputs])
  const taps = tf.transpose(tf.reshape<tf.Rank.R3>(filter, [height * width, inputs, outputs]), [0, 2, 1])
  const shares = Array.from({ length: height * width }, (_, tap) => {
    const top = Math.floor(tap / width)
    const left = tap % width
    const weights = tf.reshape<tf.Rank.R2>(tf.slice(taps, [tap, 0, 0], [1, outputs, inputs]), [
      outputs,
      inputs,
    ])
    const share = tf.reshape<tf.Rank.R4>(tf.matMul(rows, weights), [batch, dyHeight, dyWidth, inputs])
    return tf.pad(share, padding(top, inputHeight - dyHeight - top, left, inputWidth - dyWidth - left))
  })
  return shares.reduce((sum, share) => tf.add(sum, share))
}

/**
 * [height, width, inputs, outputs] -> [tall, wide, outputs, phases * inputs], both directions reversed. Filters are small:
 * moving their numbers one by one is faster here than the backend's transpose, gather and reverse.
 */
function turn(filter: tf.Tensor4D, stride: number, tall: number, wide: number): tf.Tensor4D {
  const [height, width, inputs, outputs] = filter.shape
  const channels = stride * stride * inputs
  const values = filter.dataSync<'float32'>()
  const turned = new Float32Array(tall * wide * outputs * channels)
  let from = 0
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const tap = (tall - 1 - Math.floor(row / stride)) * wide + (wide - 1 - Math.floor(column / stride))
      const phase = (row % stride) * stride + (column % stride)
      for (let input = 0; input < inputs; input++) {
        let to = tap * outputs * channels + phase * inputs + input
        for (let output = 0; output < outputs; output++, to += channels) {
          turned[to] = values[from++] as number
        }
      }
    }
  }
  return tf.tensor4d(turned, [tall, wide, outputs, channels])
}

/** [batch, height, width, phases * channels] -> [batch, height * stride, width * stride, channels] */
function interleave(phases: tf.Tensor4D, stride: number): tf.Tensor4D {
  const [batch, height, width, channels] = phases.shape
  const rows = tf.reshape<tf.Rank.R4>(phases, [batch * height, width, stride, channels / stride])
  const interleaved = stride === 1 ? rows : tf.transpose(rows, [0, 2, 1, 3])
  return tf.reshape(interleaved, [batch, height * stride, width * stride, channels / stride ** 2])
}

function geometry(
  inputShape: [number, number, number, number],
  filterShape: [number, number, number, number],
  { strides, pad, dimRoundingMode }: ConvolutionAttributes,
) {
  const { padInfo, strideHeight, strideWidth } = tf.backend_util.computeConv2DInfo(
    inputShape,
    filterShape,
    strides,
    1,
    pad,
    dimRoundingMode,
  )
  if (strideHeight !== strideWidth) throw new RangeError('only square strides are differentiated')
  return { stride: strideHeight, top: padInfo.top, left: padInfo.left }
}

type Padding = [[number, number], [number, number], [number, number], [number, number]]

function padding(top: number, bottom: number, left: number, right: number): Padding {
  return [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ]
}

function crop(x: tf.Tensor4D, height: number, width: number, top = 0, left = 0): tf.Tensor4D {
  if (x.shape[1] === height && x.shape[2] === width) return x
  return tf.slice(x, [0, top, left, 0], [x.shape[0], height, width, x.shape[3]])
}
