import type { Layer } from '#models/model-schema'
import { floatSize, type LayerPlan, layerCode } from './layer-code'
import { outputCount, weightsByLayer } from './layer-sizes'
import { floatsInVector, layOut } from './layout'
import { type CreateNetwork, countInputs } from './network'
import { softmax } from './softmax'
import { moduleOf } from './wasm-format'

/** So many have their values in the caches, beside the weights. */
const picturesAtOnce = 8
const wasmPage = 65_536

/**
 * A network as a WebAssembly module of its own, one function a layer. It answers with the bits of TensorFlow.js' WASM backend, and so does
 * every machine.
 *
 * @throws Error where there is no WebAssembly with SIMD
 */
export const createWasmNetwork: CreateNetwork = async (layers, weights, shape) => {
  const { layers: plans, input, output, size } = layOut(layers, shape, picturesAtOnce)
  const memory = new WebAssembly.Memory({ initial: Math.ceil(size / wasmPage) })
  const floats = new Float32Array(memory.buffer)
  for (const [index, part] of weightsByLayer(layers, weights).entries()) {
    const plan = plans[index]
    if (plan) packWeights(floats, plan, part)
  }
  const { instance } = await WebAssembly.instantiate(moduleOf(plans.map(layerCode)), { from: { memory } })
  const functions = plans.map((plan, index) => ({
    plan,
    run: instance.exports[index] as (turns: number) => void,
  }))

  const [height, width, channels] = shape
  const rowLength = width * channels
  const outputs = outputCount(layers.at(-1) as Layer)

  function inferSome(inputs: Float32Array, first: number, count: number, probabilities: Float32Array): void {
    for (let picture = 0; picture < count; picture++) {
      for (let row = 0; row < height; row++) {
        const from = ((first + picture) * height + row) * rowLength
        const to = (input.corner + picture * input.pictureStep + row * input.rowStep) / floatSize
        floats.set(inputs.subarray(from, from + rowLength), to)
      }
    }
    for (const { plan, run } of functions) run(Math.ceil(count / plan.pictures))
    for (let picture = 0; picture < count; picture++) {
      const from = (output.corner + picture * output.pictureStep) / floatSize
      probabilities.set(softmax(floats.subarray(from, from + outputs)), (first + picture) * outputs)
    }
  }

  return {
    engine: 'wasm',
    infer(inputs) {
      const count = countInputs(inputs, shape)
      const probabilities = new Float32Array(count * outputs)
      for (let first = 0; first < count; first += picturesAtOnce)
        inferSome(inputs, first, Math.min(picturesAtOnce, count - first), probabilities)
      return probabilities
    },
    // Its memory goes with it.
    dispose() {},
  }
}

/** For each group of outputs its biases, and then for each input its weights; zeros where the last group has no more outputs. */
function packWeights(
  floats: Float32Array,
  { weights: address, tile, groups }: LayerPlan,
  { filter, bias }: { readonly filter: Float32Array; readonly bias: Float32Array },
): void {
  const inGroup = tile.vectors * floatsInVector
  const outputs = bias.length
  let to = address / floatSize
  for (let first = 0; first < groups * inGroup; first += inGroup) {
    const last = Math.min(first + inGroup, outputs)
    floats.set(bias.subarray(first, last), to)
    for (let from = 0; from < filter.length; from += outputs) {
      to += inGroup
      floats.set(filter.subarray(from + first, from + last), to)
    }
    to += inGroup
  }
}
