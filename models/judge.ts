import { rasterSize } from '#game/drawing/rasterise'
import { toBlocks } from './blocks'
import { labels } from './labels'
import { type ModelJson, modelSchema } from './model-schema'
import { checkShapes, pathShape, pictureShape, splitWeights } from './model-shapes'
import type { CreateNetwork, Network } from './network/network'
import { createWasmNetwork } from './network/wasm-network'

export type ModelFiles = { readonly model: unknown; readonly weights: ArrayBuffer }

/** Calibrated probabilities of the eleven labels, as the networks gave them and as the rules read them. */
export type Classification = {
  /** Of the picture. */
  readonly probabilities: Float32Array
  readonly thousandths: number[]
  /** Of the way the pen went. Missing where it was not shown, and in versions without a stroke network. */
  readonly strokeProbabilities?: Float32Array
  readonly strokeThousandths?: number[]
}

export type Judge = {
  readonly version: string
  /** What answers. Only 'wasm' gives the same bits on every machine. */
  readonly engine: string
  /**
   * @param rasters any number of 784 grey levels each, one after the other
   * @param paths of the same drawings, as `penPathOf` gives them; missing where there are only pictures
   * @throws RangeError when the numbers of both differ
   */
  classify(rasters: Uint8Array, paths?: Float32Array): Classification[]
  dispose(): void
}

/** A model that must not serve, and why. */
export class ModelRefusedError extends Error {
  override readonly name = 'ModelRefusedError'
}

/**
 * Makes the networks of a model ready to judge.
 *
 * @param createNetwork on the engine that is to answer
 * @throws ModelRefusedError when labels, shapes, byte count or golden outputs do not fit, or the engine does not run here; nothing is
 * left in memory then
 */
export async function loadJudge(
  files: ModelFiles,
  createNetwork: CreateNetwork = createWasmNetwork,
): Promise<Judge> {
  const model = parseModel(files.model)
  const unfit = checkShapes(model, files.weights.byteLength)
  if (unfit) throw new ModelRefusedError(unfit)
  const weights = new Float32Array(files.weights)
  if (!weights.every(Number.isFinite)) throw new ModelRefusedError('a weight is not a finite number')
  const parts = splitWeights(model, weights)
  const networks: Network[] = []
  const disposeAll = () => {
    for (const network of networks) network.dispose()
  }
  try {
    const pictures = await createNetwork(model.layers, parts.pictures, pictureShape)
    networks.push(pictures)
    const strokes = model.strokes && (await createNetwork(model.strokes.layers, parts.strokes, pathShape))
    if (strokes) networks.push(strokes)
    const judge: Judge = {
      version: model.version,
      engine: pictures.engine,
      classify: (rasters, paths) => classify(pictures, strokes, rasters, paths),
      dispose: disposeAll,
    }
    checkGolden(model, judge)
    return judge
  } catch (error) {
    disposeAll()
    if (error instanceof ModelRefusedError) throw error
    throw new ModelRefusedError(error instanceof Error ? error.message : String(error))
  }
}

function parseModel(json: unknown): ModelJson {
  const parsed = modelSchema.safeParse(json)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new ModelRefusedError(`model.json: ${issue?.path.join('.')}: ${issue?.message}`)
}

function classify(
  pictures: Network,
  strokes: Network | undefined,
  rasters: Uint8Array,
  paths?: Float32Array,
): Classification[] {
  const answers = rowsOf(pictures.infer(toBlocks(rasters))).map((probabilities) => ({
    probabilities,
    thousandths: toThousandths(probabilities),
  }))
  if (!paths || !strokes) return answers
  const ofStrokes = rowsOf(strokes.infer(paths))
  if (ofStrokes.length !== answers.length)
    throw new RangeError(`${answers.length} rasters came with ${ofStrokes.length} paths`)
  return answers.map((answer, index) => {
    const strokeProbabilities = ofStrokes[index] ?? new Float32Array()
    return { ...answer, strokeProbabilities, strokeThousandths: toThousandths(strokeProbabilities) }
  })
}

function rowsOf(probabilities: Float32Array): Float32Array[] {
  return Array.from({ length: probabilities.length / labels.length }, (_, index) =>
    probabilities.slice(index * labels.length, (index + 1) * labels.length),
  )
}

function toThousandths(probabilities: Float32Array): number[] {
  return Array.from(probabilities, (value) => Math.floor(value * 1000 + 0.5))
}

function checkGolden({ golden, strokes }: ModelJson, judge: Judge): void {
  golden.forEach(({ raster, probabilities }, index) => {
    const [answer] = judge.classify(fromBase64(raster))
    checkAnswer(`golden raster ${index}`, probabilities, answer?.probabilities)
  })
  strokes?.golden.forEach(({ path, probabilities }, index) => {
    const [answer] = judge.classify(new Uint8Array(rasterSize * rasterSize), toFloats(fromBase64(path)))
    checkAnswer(`golden path ${index}`, probabilities, answer?.strokeProbabilities)
  })
}

function checkAnswer(what: string, expected: readonly number[], found: Float32Array | undefined): void {
  const farthest = Math.max(...expected.map((value, label) => Math.abs(value - (found?.[label] ?? NaN))))
  if (!(farthest < 0.001)) throw new ModelRefusedError(`${what}: the answer is off by ${farthest}`)
}

function toFloats(bytes: Uint8Array<ArrayBuffer>): Float32Array {
  return new Float32Array(bytes.buffer, 0, Math.floor(bytes.length / 4))
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0))
}
