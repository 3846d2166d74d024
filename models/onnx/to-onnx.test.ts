import { expect, test } from 'vitest'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import { modelSchema } from '#models/model-schema'
import { networksOf } from '#models/training/publish'
import { runOnnx } from './testing/run-onnx'
import { picturesToOnnx, proto, strokesToOnnx } from './to-onnx'

async function champion() {
  const files = await readModelFolder(await findChampionFolder())
  return { ...modelSchema.parse(files.model), networks: networksOf(files) }
}

const bytesOf = (base64: string) => Uint8Array.from(Buffer.from(base64, 'base64'))
/** How far the farthest answer is from the one that it must be. */
function farthest(answers: readonly { found: readonly number[]; golden: readonly number[] }[]): number {
  return Math.max(
    ...answers.flatMap(({ found, golden }) =>
      golden.map((value, at) => Math.abs(value - (found[at] ?? NaN))),
    ),
  )
}

test('ONNX: read by the format’s own schema and computed in plain numbers, a model gives its golden answers', async () => {
  const { version, golden, strokes, networks } = await champion()
  const model = proto.ModelProto.decode(picturesToOnnx({ version, ...networks }))
  const ofPictures = golden.map(({ raster, probabilities }) => {
    const input = Array.from(bytesOf(raster), (level) => level / 255)
    return { found: runOnnx(model, { raster: { dims: [1, 1, 28, 28], data: input } }), golden: probabilities }
  })
  expect(farthest(ofPictures)).toBeLessThan(1e-5)
  if (!strokes || !networks.strokes) throw new Error('the champion sees no strokes')
  const ofStrokes = proto.ModelProto.decode(strokesToOnnx({ version, ...networks.strokes }))
  const { points, channels } = strokes.input
  const ways = strokes.golden.map(({ path, probabilities }) => {
    const data = [...new Float32Array(bytesOf(path).buffer)]
    return {
      found: runOnnx(ofStrokes, { path: { dims: [1, points, channels], data } }),
      golden: probabilities,
    }
  })
  expect(farthest(ways)).toBeLessThan(1e-5)
})

test('ONNX: the file says which version it is, what its answers are called, and which operators it needs', async () => {
  const { version, networks } = await champion()
  const { metadataProps, opsetImport, graph, producerVersion } = proto.ModelProto.decode(
    picturesToOnnx({ version, ...networks }),
  )
  expect(Object.fromEntries(metadataProps.map(({ key, value }) => [key, value]))).toEqual({
    version,
    labels: '0,1,2,3,4,5,6,7,8,9,not a digit',
  })
  expect(producerVersion).toBe(version)
  expect(opsetImport.map((each) => Number(each.version))).toEqual([13])
  expect(graph?.input?.map(({ name }) => name)).toEqual(['raster'])
  expect(graph?.output?.map(({ name }) => name)).toEqual(['probabilities'])
})
