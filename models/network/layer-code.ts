import {
  addFloats,
  addIntegers,
  type Code,
  countDown,
  type FunctionCode,
  get,
  greaterFloats,
  increase,
  integer,
  loadFloatSplat,
  loadFloats,
  multiplyFloats,
  set,
  setTo,
  storeFloats,
  type ValueType,
  whileBelow,
  zeroFloats,
} from './wasm-format'

/** Bytes. */
export const floatSize = 4
export const vectorSize = 16

/** How often, and how many bytes further reading and writing are with each turn. */
type Turns = { readonly count: number; readonly read: number; readonly write: number }

/** A layer as its code needs it: addresses and distances in the network's memory, in bytes. */
export type LayerPlan = {
  /** What is worked out at once: some neighbouring places, and four output channels a vector of each. */
  readonly tile: { readonly places: number; readonly vectors: number }
  /** Between neighbouring places of a tile. */
  readonly step: { readonly read: number; readonly write: number }
  /** What a place sees: rows of floats that lie one behind the other. */
  readonly window: { readonly rows: number; readonly rowSize: number; readonly rowStep: number }
  /** Tiles in a row and rows in a picture. */
  readonly turns: readonly Turns[]
  /** How many pictures a tile is of, and how far it is to the next so many. */
  readonly pictures: number
  readonly picture: { readonly read: number; readonly write: number }
  /** Groups of as many output channels as a tile has. */
  readonly groups: number
  /** Where inputs, outputs and, group after group, bias and weights begin. */
  readonly read: number
  readonly write: number
  readonly weights: number
  /** Whether what is below zero becomes zero. */
  readonly isRectified: boolean
}

/**
 * A function that works out the outputs of a layer for as many times `plan.pictures` as it is told, one or more. Each output is its bias, to
 * which, by rows, columns and channels, one input after the other is added, times its weight: so the order of roundings is fixed, and it is
 * that of TensorFlow.js' WASM backend. Every WebAssembly engine rounds a product and a sum the same (IEEE 754), and fuses none of them.
 *
 * The innermost loop takes one input of each place a turn: unrolled, V8 loads all inputs first, and has no registers left for sums.
 */
export function layerCode(plan: LayerPlan): FunctionCode {
  const { tile, step, window, turns, picture, groups, isRectified } = plan
  const types: ValueType[] = []
  // The first local is the function's parameter.
  const local = (type: ValueType) => types.push(type)
  const locals = (type: ValueType, count: number) => Array.from({ length: count }, () => local(type))
  const times = 0
  const read = local('i32')
  const write = local('i32')
  const groupWrite = local('i32')
  const groupWeights = local('i32')
  const weights = local('i32')
  const input = local('i32')
  const rowEnd = local('i32')
  const row = local('i32')
  const group = local('i32')
  const pictureCounter = local('i32')
  const sums = Array.from({ length: tile.places }, () => locals('v128', tile.vectors))
  const levels = locals('v128', tile.places)
  const factors = locals('v128', tile.vectors)
  const groupSize = tile.vectors * vectorSize

  const addProducts = [
    ...factors.flatMap((factor, index) => [
      ...get(weights),
      ...loadFloats(index * vectorSize),
      ...set(factor),
    ]),
    ...levels.flatMap((level, place) => [...get(input), ...loadFloatSplat(place * step.read), ...set(level)]),
    ...levels.flatMap((level, place) =>
      (sums[place] ?? []).flatMap((sum, index) => [
        ...get(sum),
        ...[...get(level), ...get(factors[index] ?? NaN), ...multiplyFloats],
        ...[...addFloats, ...set(sum)],
      ]),
    ),
    ...increase(weights, groupSize),
    ...increase(input, floatSize),
  ]
  const addRow = [
    ...[...get(input), ...integer(window.rowSize), ...addIntegers, ...set(rowEnd)],
    ...whileBelow(input, rowEnd, addProducts),
    ...increase(input, window.rowStep - window.rowSize),
  ]
  const workOutTile = [
    ...sums.flatMap((ofPlace) =>
      ofPlace.flatMap((sum, index) => [...get(groupWeights), ...loadFloats(index * vectorSize), ...set(sum)]),
    ),
    ...[...get(groupWeights), ...integer(groupSize), ...addIntegers, ...set(weights)],
    ...[...get(read), ...set(input)],
    ...setTo(row, window.rows),
    ...countDown(row, addRow),
    ...sums.flatMap((ofPlace, place) =>
      ofPlace.flatMap((sum, index) => [
        ...[...get(write), ...get(sum)],
        ...(isRectified ? [...zeroFloats, ...greaterFloats] : []),
        ...storeFloats(place * step.write + index * vectorSize),
      ]),
    ),
  ]
  let code: Code = workOutTile
  /** Since the turns around it began. */
  let moved = { read: 0, write: 0 }
  const moveTo = (to: typeof moved): Code => [
    ...increase(read, to.read - moved.read),
    ...increase(write, to.write - moved.write),
  ]
  for (const turn of turns) {
    const counter = local('i32')
    code = [...setTo(counter, turn.count), ...countDown(counter, [...code, ...moveTo(turn)])]
    moved = { read: turn.count * turn.read, write: turn.count * turn.write }
  }
  const workOutGroup = [
    ...setTo(read, plan.read),
    ...[...get(groupWrite), ...set(write)],
    ...[...get(times), ...set(pictureCounter)],
    ...countDown(pictureCounter, [...code, ...moveTo(picture)]),
    // Behind the weights of a group are those of the next.
    ...[...get(weights), ...set(groupWeights)],
    ...increase(groupWrite, groupSize),
  ]
  const body = [
    ...setTo(groupWrite, plan.write),
    ...setTo(groupWeights, plan.weights),
    ...setTo(group, groups),
    ...countDown(group, workOutGroup),
  ]
  return { locals: types, body }
}
