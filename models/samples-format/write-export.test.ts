import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { parquetReadObjects } from 'hyparquet'
import { PNG } from 'pngjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import { type ExportFormat, exportFormats } from './formats'
import { findExport, readPictureIndex } from './read-export'
import { loadPictures } from './read-idx'
import { loadDrawings } from './read-strokes'
import { manifest, sampleLine } from './schema'
import { exportedSample, samplesOf } from './testing/samples'
import { ExportChangedError, writeExportFolder } from './write-export'

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'samples-format-'))
  folder = path.join(parent, 'samples')
})
afterEach(() => rm(parent, { recursive: true }))

const one = exportedSample({ isReviewed: true, review: { verdicts: 1, agreeing: 1 } })
const other = exportedSample({
  id: '3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d02',
  ...{ label: notADigit, isReviewed: true, consentVersion: 1, writer: '0123456789abcdef', split: 'gold' },
  raster: Uint8Array.from({ length: 784 }, (_, pixel) => pixel % 256),
})
const told = { filter: { prompt: 7, onlyReviewed: true }, leftOut: 3 }
const written = (formats: readonly ExportFormat[], samples = [one, other]) =>
  writeExportFolder(folder, { formats, samples: samplesOf(...samples), told })
const file = (name: string) => readFile(path.join(folder, name))
const lines = async (name: string) =>
  (await file(name))
    .toString()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))

/** A reader of IDX written from the format's page alone: magic, sizes and records, big-endian. */
function readIdxByThePage(bytes: Buffer) {
  expect([bytes[0], bytes[1], bytes[2]]).toEqual([0, 0, 8])
  const sizes = Array.from({ length: bytes[3] ?? 0 }, (_, axis) => bytes.readUInt32BE(4 + 4 * axis))
  const values = bytes.subarray(4 + 4 * sizes.length)
  expect(values.length).toBe(sizes.reduce((product, size) => product * size, 1))
  return { sizes, values }
}

/** These files are read by people's own programs, and by versions of the trainer before this one. */
test('export format: a line of NDJSON begins as it always has, byte by byte, and then says all that is known', async () => {
  await written(['ndjson'], [exportedSample(), other])
  const [first, second, end] = (await file('samples.ndjson')).toString().split('\n')
  expect(first).toBe(
    '{"label":"7","writer":"f123456789abcdef","strokes":[[[300,200,10],[310,800,42]]],"source":"digit-dash",' +
      '"id":"3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d01","prompt":7,"guess":1,"reason":"wrong_lock","reviewed":false,' +
      '"reasons":["wrong_lock","control"],"split":"train","drawnAt":"2026-05-01T12:00:00.000Z","judge":"digits-v2",' +
      '"thousandths":[0,600,0,0,0,0,0,300,0,0,100],"difficulty":700,"lockMs":null,"wrongLocks":1,"pointer":"pointer",' +
      '"consentVersion":2,"votes":[],"review":{"verdicts":0,"agreeing":0}}',
  )
  expect(second).toContain('{"label":"not a digit",')
  expect(end).toBe('')
})

describe('[F11] export format: read back by readers that are not ours', () => {
  test.each([
    ['idx', '', (bytes: Buffer) => bytes],
    ['idx-gz', '.gz', gunzipSync],
  ] as const)(
    '%s: pictures and labels under MNIST’s names, each part its own',
    async (format, ending, unpack) => {
      await written([format])
      for (const [part, sample] of [
        ['train', one],
        ['t10k', other],
      ] as const) {
        const images = readIdxByThePage(unpack(await file(`${part}-images-idx3-ubyte${ending}`)))
        const labels = readIdxByThePage(unpack(await file(`${part}-labels-idx1-ubyte${ending}`)))
        expect(images).toEqual({ sizes: [1, 28, 28], values: Buffer.from(sample.raster) })
        expect(labels).toEqual({ sizes: [1], values: Buffer.of(sample.label) })
      }
      expect(await lines('samples-index.jsonl')).toMatchObject([
        { id: one.id, split: 'train', record: 0, label: 7 },
        { id: other.id, split: 'gold', record: 0, label: notADigit },
      ])
    },
  )

  test('parquet: rows of several groups, with all that is known of each', async () => {
    const many = Array.from({ length: 2_500 }, (_, index) =>
      index % 2 ? one : { ...other, wrongLocks: index, lockMs: index, votes: [0, 3] },
    )
    await written(['parquet'], many)
    const bytes = await file('samples.parquet')
    const rows = await parquetReadObjects({ file: new Uint8Array(bytes).buffer, utf8: false })
    expect(rows).toHaveLength(2_500)
    expect(rows[2_498]).toMatchObject({
      wrongLocks: 2_498,
      lockMs: 2_498,
      votes: [0, 3],
      labelName: 'not a digit',
    })
    expect(rows[2_499]).toEqual({
      ...{ id: one.id, label: 7, labelName: '7', reviewed: true, writer: one.writer, split: 'train' },
      ...{ prompt: 7, guess: 1, thousandths: one.thousandths, judge: 'digits-v2', difficulty: 700 },
      ...{ lockMs: null, wrongLocks: 1, reasons: one.reasons, drawnAt: one.drawnAt, pointer: 'pointer' },
      ...{ consentVersion: 2, votes: [], verdicts: 1, agreeing: 1 },
      strokes: '[[[300,200,10],[310,800,42]]]',
      raster: one.raster,
    })
  })

  test('png: an imagefolder of two splits, each picture with its line of metadata', async () => {
    await written(['png'])
    for (const [split, sample] of [
      ['train', one],
      ['test', other],
    ] as const) {
      const [line, ...more] = await lines(`${split}/metadata.jsonl`)
      expect(more).toEqual([])
      expect(line).toMatchObject({
        file_name: `${sample.id}.png`,
        label: sample.label,
        id: sample.id,
        prompt: 7,
      })
      const { width, height, data } = PNG.sync.read(await file(`${split}/${line.file_name}`))
      expect([width, height]).toEqual([28, 28])
      expect(Uint8Array.from({ length: 784 }, (_, pixel) => data[4 * pixel] ?? 0)).toEqual(sample.raster)
    }
  })

  test('label studio: tasks with the picture in them, the judge’s answer as a prediction, the reviewers’ as an annotation', async () => {
    await written(['label-studio'], [one, { ...exportedSample(), id: other.id }])
    const [first, second] = JSON.parse((await file('label-studio-tasks.json')).toString())
    const [kind, picture] = first.data.image.split(',')
    expect(kind).toBe('data:image/png;base64')
    expect(PNG.sync.read(Buffer.from(picture, 'base64')).width).toBe(28)
    const [prediction] = first.predictions
    expect(prediction).toMatchObject({ model_version: 'digits-v2', score: 0.6 })
    expect(prediction.result[0].value.choices).toEqual(['1'])
    expect(first.annotations[0].result[0].value.choices).toEqual(['7'])
    expect(second.annotations).toEqual([])
    const config = (await file('label-studio-config.xml')).toString()
    const { from_name, to_name } = prediction.result[0]
    expect(config).toContain(`<Choices name="${from_name}" toName="${to_name}"`)
    expect(config).toContain('<Choice value="not a digit"/>')
  })
})

test('export format: what was written is read back by the trainer, strokes and pictures alike', async () => {
  await written(['idx', 'ndjson'])
  expect(await findExport(folder)).toEqual({ strokes: [path.join(folder, 'samples.ndjson')] })
  expect(await loadDrawings(path.join(folder, 'samples.ndjson'))).toEqual(
    [one, other].map(({ id, writer, strokes, label, isReviewed }) => ({
      ...{ id, writer, strokes, isReviewed, isControl: true, isLookalike: false },
      label: label === notADigit ? 'not a digit' : `${label}`,
    })),
  )
  expect(await readPictureIndex(folder)).toEqual([{ id: one.id, writer: one.writer, split: 'train' }])
})

test('[F10] export format: the trainer is led to what is learnt from, never to what is only measured with', async () => {
  await written(['idx'])
  const found = await findExport(folder)
  if (!('images' in found)) throw new Error('no pictures')
  const pictures = await loadPictures(found.images, found.labels, { highestLabel: notADigit })
  expect([...pictures.labels]).toEqual([one.label])
})

test.each(exportFormats)(
  'export format %s: manifest and lines are as the schemas say, each file with its hash',
  async (format) => {
    const manifested = await written([format])
    const stored = JSON.parse((await file('manifest.json')).toString())
    expect(manifest.strict().parse(stored)).toEqual(manifested)
    expect(manifested).toMatchObject({
      ...{ count: 2, unreviewed: 0, contributors: 2, consentVersions: [1, 2], splits: { train: 1, gold: 1 } },
      ...told,
      labels: [0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1],
    })
    const found = (await readdir(folder, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    expect([...manifested.files.map(({ name }) => name), 'manifest.json'].sort()).toEqual(found.sort())
    for (const { name, bytes, sha256 } of manifested.files) {
      const content = await file(name)
      expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
    }
    if (format === 'ndjson')
      for (const line of await lines('samples.ndjson')) expect(sampleLine.strict().parse(line)).toEqual(line)
  },
)

test.each(exportFormats)('export format %s: an export of nothing is still a valid one', async (format) => {
  expect((await written([format], [])).count).toBe(0)
})

test('export format: samples that differ from one format to the next are refused', async () => {
  let readings = 0
  async function* shrinking() {
    yield one
    if (readings++ === 0) yield other
  }
  const request = { formats: ['idx', 'ndjson'] as const, samples: shrinking, told }
  await expect(writeExportFolder(folder, request)).rejects.toThrow(ExportChangedError)
})

test('export format: a folder that is there is left alone', async () => {
  await written(['idx'])
  const before = await file('manifest.json')
  await expect(written(['ndjson'])).rejects.toMatchObject({ code: 'EEXIST' })
  expect(await file('manifest.json')).toEqual(before)
})
