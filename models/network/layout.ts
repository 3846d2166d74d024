import type { Layer } from '#models/model-schema'
import { floatSize, type LayerPlan, vectorSize } from './layer-code'
import { type Margin, outputCount, outputShape, type TensorShape, weightCount } from './layer-sizes'

/**
 * Pictures in memory, in bytes: the corner of the first with its margin and without, and how far it is to the next row and picture. Margins
 * stay zero, since nobody writes there.
 */
export type Field = {
  readonly outerCorner: number
  readonly corner: number
  readonly rowStep: number
  readonly pictureStep: number
}

/** Where the layers of a network, their weights and what goes in and out lie in its memory of so many bytes. */
export type Layout = {
  readonly layers: readonly LayerPlan[]
  readonly input: Field
  readonly output: Field
  readonly size: number
}

export const floatsInVector = vectorSize / floatSize
/** x86-64 has 16 registers for vectors: these, the levels and factors they are made of, and one for a product. */
const mostSums = 8
/** One picture alone costs a dense layer as much as two; of many, two at a time read its weights half as often. */
const picturesInDenseTile = 2

/** @param pictures how many are worked out at once at most */
export function layOut(layers: readonly Layer[], shape: TensorShape, pictures: number): Layout {
  let size = 0
  function allocate(bytes: number): number {
    const address = size
    size += Math.ceil(bytes / vectorSize) * vectorSize
    return address
  }
  function allocateField([height, width, channels]: TensorShape, margin?: Margin): Field {
    const { top, left, rows, columns } = margin ?? { top: 0, left: 0, rows: 0, columns: 0 }
    const rowStep = (width + columns) * channels * floatSize
    const pictureStep = (height + rows) * rowStep
    // The last tile of a dense layer may reach behind the last picture.
    const outerCorner = allocate((pictures + picturesInDenseTile - 1) * pictureStep)
    return {
      outerCorner,
      corner: outerCorner + top * rowStep + left * channels * floatSize,
      rowStep,
      pictureStep,
    }
  }
  const plans: LayerPlan[] = []
  const input = allocateField(shape, layers[0] && outputShape(layers[0], shape).margin)
  let from = shape
  let read = input
  for (const [index, layer] of layers.entries()) {
    const next = layers[index + 1]
    const to = outputShape(layer, from).shape
    const tile = chooseTile(layer, to, next === undefined)
    const groups = Math.ceil(outputCount(layer) / (tile.vectors * floatsInVector))
    const write = next
      ? allocateField(to, outputShape(next, to).margin)
      : allocateField([1, 1, groups * tile.vectors * floatsInVector])
    const inputs = weightCount(layer) / outputCount(layer)
    plans.push({
      ...{ tile, groups, isRectified: next !== undefined },
      weights: allocate((1 + inputs) * groups * tile.vectors * vectorSize),
      ...{ read: read.outerCorner, write: write.corner },
      ...(layer.kind === 'dense'
        ? walkPictures(read, write, tile.places)
        : walkPlaces(layer, to, read, write, tile.places)),
    })
    from = to
    read = write
  }
  return { layers: plans, input, output: read, size }
}

/** Each place of a tile is a picture, and what it sees is all of it. */
function walkPictures(read: Field, write: Field, places: number) {
  const step = { read: read.pictureStep, write: write.pictureStep }
  return {
    step,
    window: { rows: 1, rowSize: read.pictureStep, rowStep: read.pictureStep },
    turns: [],
    pictures: places,
    picture: { read: places * step.read, write: places * step.write },
  }
}

function walkPlaces(
  { filter: [rows, columns, channels, outputs], stride }: Extract<Layer, { kind: 'conv' }>,
  [height, width]: TensorShape,
  read: Field,
  write: Field,
  places: number,
) {
  const step = { read: stride * channels * floatSize, write: outputs * floatSize }
  return {
    step,
    window: { rows, rowSize: columns * channels * floatSize, rowStep: read.rowStep },
    turns: [
      { count: width / places, read: places * step.read, write: places * step.write },
      { count: height, read: stride * read.rowStep, write: write.rowStep },
    ],
    pictures: 1,
    picture: { read: read.pictureStep, write: write.pictureStep },
  }
}

/** Outputs fill groups, but for the last ones, behind which nothing lies. */
function chooseTile(layer: Layer, [, width]: TensorShape, isLast: boolean): LayerPlan['tile'] {
  const places =
    layer.kind === 'dense' ? picturesInDenseTile : ([4, 2].find((count) => width % count === 0) ?? 1)
  const fits = (vectors: number) => isLast || outputCount(layer) % (vectors * floatsInVector) === 0
  const vectors = [4, 3, 2].find((count) => places * count <= mostSums && fits(count)) ?? 1
  return { places, vectors }
}
