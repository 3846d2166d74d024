import { createRequire } from 'node:module'
import type { onnx } from 'onnx-proto'
import { pathChannels, pathPoints } from '#game/drawing/pen-path'
import { rasterSize } from '#game/drawing/rasterise'
import { labels } from '#models/labels'
import type { Layer } from '#models/model-schema'
import { outputCount, weightCount } from '#models/network/layer-sizes'

/** ONNX' own schema. Node cannot see the names in this CommonJS module, so they are asked of it as a whole. */
export const { onnx: proto } = createRequire(import.meta.url)('onnx-proto') as typeof import('onnx-proto')

/** Version 13 of the operators, of 2021, which every runtime in use knows. */
const opset = 13
const irVersion = 7
const float = proto.TensorProto.DataType.FLOAT
const int64 = proto.TensorProto.DataType.INT64

type Network = { readonly version: string; readonly layers: readonly Layer[]; readonly weights: Float32Array }

/**
 * The network that sees pictures as an ONNX model. `raster` is float [batch, 1, 28, 28], ink 1 on 0; `probabilities` is [batch, 11],
 * calibrated, in the order of the labels.
 */
export function picturesToOnnx({ version, layers, weights }: Network): Uint8Array {
  const graph = new Graph()
  const blocks = graph.add('SpaceToDepth', ['raster'], [intAttribute('blocksize', 2)])
  graph.addLayers(layers, weights, { name: blocks, size: [rasterSize / 2, rasterSize / 2] })
  const input = valueInfo('raster', [1, rasterSize, rasterSize])
  return graph.encode(
    version,
    input,
    'Grey levels 0 to 1 of a digit, prepared as those of MNIST are; ink is 1.',
  )
}

/**
 * The network that sees the way the pen went. `path` is float [batch, points, channels], as `game/drawing/pen-path` gives it;
 * `probabilities` as above.
 */
export function strokesToOnnx({ version, layers, weights }: Network): Uint8Array {
  const graph = new Graph()
  const turned = graph.add('Transpose', ['path'], [intsAttribute('perm', [0, 2, 1])])
  // A zero stands for the size that is there.
  const shape = graph.constantInts([0, pathChannels, 1, pathPoints])
  const picture = graph.add('Reshape', [turned, shape])
  graph.addLayers(layers, weights, { name: picture, size: [1, pathPoints] })
  const input = valueInfo('path', [pathPoints, pathChannels])
  return graph.encode(
    version,
    input,
    'Places in equal distances on the way of the pen: x, y, direction, pen up.',
  )
}

type Picture = { readonly name: string; readonly size: readonly [height: number, width: number] }

class Graph {
  private readonly nodes: onnx.INodeProto[] = []
  private readonly constants: onnx.ITensorProto[] = []

  add(opType: string, input: readonly string[], attribute: readonly onnx.IAttributeProto[] = []): string {
    const name = `${opType.toLowerCase()}_${this.nodes.length}`
    this.nodes.push({ name, opType, input: [...input], output: [name], attribute: [...attribute] })
    return name
  }

  constantInts(values: readonly number[]): string {
    const name = `shape_${this.constants.length}`
    this.constants.push({ name, dataType: int64, dims: [values.length], int64Data: [...values] })
    return name
  }

  private constantFloats(name: string, dims: readonly number[], values: Float32Array): string {
    this.constants.push({ name, dataType: float, dims: [...dims], rawData: littleEndian(values) })
    return name
  }

  /** All layers but the last are followed by ReLU, the last by softmax. */
  addLayers(layers: readonly Layer[], weights: Float32Array, picture: Picture): void {
    let at = 0
    const take = (count: number) => {
      at += count
      return weights.subarray(at - count, at)
    }
    let x = picture.name
    let size: Picture['size'] | null = picture.size
    for (const [index, layer] of layers.entries()) {
      const filter = take(weightCount(layer))
      const bias = this.constantFloats(`bias_${index}`, [outputCount(layer)], take(outputCount(layer)))
      if (layer.kind === 'conv') {
        if (!size) throw new RangeError('a convolution behind a dense layer')
        const kernel = this.constantFloats(
          `filter_${index}`,
          channelsFirst(layer.filter),
          toChannelsFirst(filter, layer),
        )
        const { attributes, after } = convolution(layer, size)
        x = this.add('Conv', [x, kernel, bias], attributes)
        size = after
      } else {
        // Weights of the first dense layer count through channels fastest.
        if (size) x = this.add('Flatten', [this.add('Transpose', [x], [intsAttribute('perm', [0, 2, 3, 1])])])
        size = null
        const matrix = this.constantFloats(`matrix_${index}`, layer.filter, filter)
        x = this.add('Gemm', [x, matrix, bias])
      }
      if (index < layers.length - 1) x = this.add('Relu', [x])
    }
    const softmax = this.add('Softmax', [x], [intAttribute('axis', 1)])
    const last = this.nodes.at(-1)
    if (last?.name === softmax) last.output = ['probabilities']
  }

  encode(version: string, input: onnx.IValueInfoProto, docString: string): Uint8Array {
    return proto.ModelProto.encode({
      irVersion,
      producerName: 'digit-dash',
      producerVersion: version,
      docString,
      opsetImport: [{ domain: '', version: opset }],
      metadataProps: [
        { key: 'version', value: version },
        { key: 'labels', value: labels.join(',') },
      ],
      graph: {
        name: version,
        node: this.nodes,
        initializer: this.constants,
        input: [input],
        output: [valueInfo('probabilities', [labels.length])],
      },
    }).finish()
  }
}

/** Padding that is needed for a size divided by the stride, the odd one at the end, as TensorFlow does it. */
function convolution(
  { filter, stride, padding }: Extract<Layer, { kind: 'conv' }>,
  size: Picture['size'],
): { attributes: onnx.IAttributeProto[]; after: Picture['size'] } {
  const along = size.map((length, axis) => {
    const reach = filter[axis] ?? 1
    const after = Math.ceil((padding === 'same' ? length : length - reach + 1) / stride)
    const pad = padding === 'same' ? Math.max(0, (after - 1) * stride + reach - length) : 0
    return { after, before: Math.floor(pad / 2), behind: Math.ceil(pad / 2) }
  })
  return {
    attributes: [
      intsAttribute('kernel_shape', filter.slice(0, 2)),
      intsAttribute('strides', [stride, stride]),
      intsAttribute('pads', [...along.map(({ before }) => before), ...along.map(({ behind }) => behind)]),
    ],
    after: [along[0]?.after ?? 0, along[1]?.after ?? 0],
  }
}

const channelsFirst = ([height, width, inputs, outputs]: readonly [number, number, number, number]) => [
  ...[outputs, inputs, height, width],
]

/** From [height, width, in, out] to [out, in, height, width]. */
function toChannelsFirst(weights: Float32Array, { filter }: Extract<Layer, { kind: 'conv' }>): Float32Array {
  const [height, width, inputs, outputs] = filter
  const area = height * width
  return Float32Array.from(weights, (_, at) => {
    const place = at % area
    const input = Math.floor(at / area) % inputs
    const output = Math.floor(at / (area * inputs))
    return weights[(place * inputs + input) * outputs + output] ?? 0
  })
}

function littleEndian(values: Float32Array): Uint8Array {
  const bytes = new Uint8Array(values.length * 4)
  const view = new DataView(bytes.buffer)
  values.forEach((value, index) => {
    view.setFloat32(4 * index, value, true)
  })
  return bytes
}

function valueInfo(name: string, dims: readonly number[]): onnx.IValueInfoProto {
  const dim = [{ dimParam: 'batch' }, ...dims.map((dimValue) => ({ dimValue }))]
  return { name, type: { tensorType: { elemType: float, shape: { dim } } } }
}

function intAttribute(name: string, i: number): onnx.IAttributeProto {
  return { name, type: proto.AttributeProto.AttributeType.INT, i }
}

function intsAttribute(name: string, ints: readonly number[]): onnx.IAttributeProto {
  return { name, type: proto.AttributeProto.AttributeType.INTS, ints: [...ints] }
}
