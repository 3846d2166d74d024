import type { onnx } from 'onnx-proto'

/** Numbers of a shape, the last axis fastest. */
export type Tensor = { readonly dims: readonly number[]; readonly data: readonly number[] }

type Attributes = ReadonlyMap<string, readonly number[]>
type Operator = (inputs: readonly Tensor[], attributes: Attributes) => Tensor

/**
 * Computes a model in plain numbers, from the description of the operators in the ONNX specification and nothing else: a check for what is
 * written, and much too slow for anything else.
 */
export function runOnnx(
  { graph }: onnx.ModelProto,
  inputs: Readonly<Record<string, Tensor>>,
): readonly number[] {
  if (!graph) throw new RangeError('a model without a graph')
  const known = new Map(Object.entries(inputs))
  for (const each of graph.initializer ?? []) known.set(each.name ?? '', constant(each))
  for (const { opType, input, output, attribute } of graph.node ?? []) {
    const operator = operators[opType ?? '']
    if (!operator) throw new RangeError(`no operator ${opType}`)
    const taken = (input ?? []).map((name) => known.get(name))
    const missing = taken.indexOf(undefined)
    if (missing >= 0) throw new RangeError(`${opType} takes ${input?.[missing]}, which is not there`)
    const given = (attribute ?? []).map(
      ({ name, i, ints }) => [name ?? '', (ints?.length ? ints : [i ?? 0]).map(Number)] as const,
    )
    known.set(output?.[0] ?? '', operator(taken as Tensor[], new Map(given)))
  }
  return known.get(graph.output?.[0]?.name ?? '')?.data ?? []
}

function constant({ dims, rawData, int64Data }: onnx.ITensorProto): Tensor {
  const shape = (dims ?? []).map(Number)
  if (!rawData?.length) return { dims: shape, data: (int64Data ?? []).map(Number) }
  const view = new DataView(rawData.buffer, rawData.byteOffset, rawData.byteLength)
  return {
    dims: shape,
    data: Array.from({ length: rawData.length / 4 }, (_, index) => view.getFloat32(4 * index, true)),
  }
}

const sizeOf = (dims: readonly number[]) => dims.reduce((product, size) => product * size, 1)
const at = ({ data }: Tensor, index: number) => data[index] ?? NaN

/** A tensor of a shape, each number from its place. */
function tensor(dims: readonly number[], valueAt: (place: readonly number[]) => number): Tensor {
  const data = Array.from({ length: sizeOf(dims) }, (_, index) => {
    let rest = index
    const place = [...dims]
    for (let axis = dims.length - 1; axis >= 0; axis--) {
      place[axis] = rest % (dims[axis] ?? 1)
      rest = Math.floor(rest / (dims[axis] ?? 1))
    }
    return valueAt(place)
  })
  return { dims, data }
}

function indexOf(dims: readonly number[], place: readonly number[]): number {
  return dims.reduce((index, size, axis) => index * size + (place[axis] ?? 0), 0)
}

const get = (of: Tensor, ...place: readonly number[]) => at(of, indexOf(of.dims, place))

const operators: Readonly<Record<string, Operator>> = {
  SpaceToDepth([x], attributes) {
    const [block = 1] = attributes.get('blocksize') ?? []
    const [batch = 1, channels = 1, height = 1, width = 1] = x?.dims ?? []
    return tensor(
      [batch, channels * block * block, height / block, width / block],
      ([n = 0, c = 0, y = 0, z = 0]) => {
        const offset = Math.floor(c / channels)
        const row = y * block + Math.floor(offset / block)
        return x ? get(x, n, c % channels, row, z * block + (offset % block)) : NaN
      },
    )
  },
  Transpose([x], attributes) {
    const perm = attributes.get('perm') ?? []
    const dims = x?.dims ?? []
    return tensor(
      perm.map((axis) => dims[axis] ?? 1),
      (place) => {
        const from = [...dims]
        perm.forEach((axis, index) => {
          from[axis] = place[index] ?? 0
        })
        return x ? get(x, ...from) : NaN
      },
    )
  },
  Reshape([x, shape]) {
    const dims = (shape?.data ?? []).map((size, axis) => (size === 0 ? (x?.dims[axis] ?? 1) : size))
    return { dims, data: x?.data ?? [] }
  },
  Flatten([x]) {
    const [batch = 1] = x?.dims ?? []
    return { dims: [batch, (x?.data.length ?? 0) / batch], data: x?.data ?? [] }
  },
  Conv([x, filter, bias], attributes) {
    const [batch = 1, channels = 1, height = 1, width = 1] = x?.dims ?? []
    const [outputs = 1, , kernelHeight = 1, kernelWidth = 1] = filter?.dims ?? []
    const [strideY = 1, strideX = 1] = attributes.get('strides') ?? []
    const [top = 0, left = 0, bottom = 0, right = 0] = attributes.get('pads') ?? []
    const outHeight = Math.floor((height + top + bottom - kernelHeight) / strideY) + 1
    const outWidth = Math.floor((width + left + right - kernelWidth) / strideX) + 1
    const size = { inner: channels * kernelHeight * kernelWidth, taps: kernelHeight * kernelWidth }
    return tensor([batch, outputs, outHeight, outWidth], ([n = 0, o = 0, y = 0, z = 0]) => {
      let sum = bias ? at(bias, o) : 0
      for (let tap = 0; tap < size.inner; tap++) {
        const channel = Math.floor(tap / size.taps)
        const row = y * strideY + (Math.floor(tap / kernelWidth) % kernelHeight) - top
        const column = z * strideX + (tap % kernelWidth) - left
        if (row < 0 || row >= height || column < 0 || column >= width || !x || !filter) continue
        sum +=
          at(x, ((n * channels + channel) * height + row) * width + column) * at(filter, o * size.inner + tap)
      }
      return sum
    })
  },
  Gemm([x, matrix, bias]) {
    const [rows = 1, inner = 1] = x?.dims ?? []
    const [, columns = 1] = matrix?.dims ?? []
    return tensor([rows, columns], ([row = 0, column = 0]) => {
      let sum = bias ? at(bias, column) : 0
      for (let k = 0; k < inner; k++)
        if (x && matrix) sum += at(x, row * inner + k) * at(matrix, k * columns + column)
      return sum
    })
  },
  Relu: ([x]) => ({ dims: x?.dims ?? [], data: (x?.data ?? []).map((value) => Math.max(0, value)) }),
  Softmax([x]) {
    const most = Math.max(...(x?.data ?? []))
    const powers = (x?.data ?? []).map((value) => Math.exp(value - most))
    const sum = powers.reduce((all, each) => all + each, 0)
    return { dims: x?.dims ?? [], data: powers.map((each) => each / sum) }
  },
}
