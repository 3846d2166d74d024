import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import type { ExportedSample } from './exported-sample'
import { findExport, readSampleIds } from './read-export'
import { loadPictures } from './read-idx'
import { loadDrawings } from './read-strokes'
import { manifest, sampleLine } from './schema'
import { writeExportFolder } from './write-export'

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'samples-format-'))
  folder = path.join(parent, 'samples')
})
afterEach(() => rm(parent, { recursive: true }))

const one: ExportedSample = {
  id: '3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d01',
  ...{ prompt: 7, guess: 1, reason: 'wrong_lock', reasons: ['wrong_lock', 'control'] },
  ...{ consentVersion: 2, label: 7, isReviewed: false },
  writer: '0123456789abcdef',
  strokes: [
    [
      { x: 300, y: 200, t: 10 },
      { x: 310, y: 800, t: 42 },
    ],
  ],
  raster: new Uint8Array(784).fill(9),
}
const other: ExportedSample = {
  ...one,
  ...{ id: '3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d02', label: notADigit, isReviewed: true, consentVersion: 1 },
  raster: new Uint8Array(784).fill(1),
}

async function* both() {
  yield one
  yield other
}

const all = { acceptsUnreviewed: true }
const file = (name: string) => readFile(path.join(folder, name))
const told = { filter: { prompt: 7, onlyReviewed: false }, leftOut: 3 }

/** These files are read by people's own programs, and by versions of the trainer before this one. */
test('export format: a line of NDJSON is what it has always been, byte by byte', async () => {
  await writeExportFolder(folder, both(), ['ndjson'], told)
  const [first, second, end] = (await file('samples.ndjson')).toString().split('\n')
  expect(first).toBe(
    '{"label":"7","writer":"0123456789abcdef","strokes":[[[300,200,10],[310,800,42]]],"source":"digit-dash",' +
      '"id":"3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d01","prompt":7,"guess":1,"reason":"wrong_lock","reviewed":false,"reasons":["wrong_lock","control"]}',
  )
  expect(second).toContain('{"label":"not a digit",')
  expect(second).toContain('"reviewed":true,')
  expect(end).toBe('')
})

test('export format: IDX is MNIST’s, byte by byte: magic, count and sizes big-endian, then the records', async () => {
  await writeExportFolder(folder, both(), ['idx'], told)
  const images = await file('samples-images-idx3-ubyte')
  expect(images.subarray(0, 16).toString('hex')).toBe('00000803000000020000001c0000001c')
  expect(images.subarray(16)).toEqual(Buffer.concat([one.raster, other.raster]))
  expect((await file('samples-labels-idx1-ubyte')).toString('hex')).toBe('0000080100000002070a')
})

test('export format: what was written is read back, strokes and pictures alike', async () => {
  await writeExportFolder(folder, both(), ['idx', 'ndjson'], told)
  const found = await findExport(folder)
  expect(found).toEqual({ strokes: [path.join(folder, 'samples.ndjson')] })
  expect(await loadDrawings(path.join(folder, 'samples.ndjson'), all)).toEqual(
    [one, other].map(({ id, writer, strokes, label, isReviewed }) => ({
      ...{ id, writer, strokes, isReviewed, isControl: true, isLookalike: false },
      label: label === notADigit ? 'not a digit' : `${label}`,
    })),
  )
  expect(await readSampleIds(folder)).toEqual([one.id, other.id])
  const pictures = ['images-idx3', 'labels-idx1'].map((name) => path.join(folder, `samples-${name}-ubyte`))
  const read = await loadPictures(pictures[0] ?? '', pictures[1] ?? '', {
    ...all,
    highestLabel: notADigit,
  })
  expect([...read.labels]).toEqual([7, notADigit])
})

test('export format: each line and the manifest are as the schemas say', async () => {
  const manifested = await writeExportFolder(folder, both(), ['idx', 'ndjson'], told)
  const lines = (await file('samples.ndjson')).toString().trim().split('\n')
  for (const line of lines) expect(sampleLine.strict().parse(JSON.parse(line))).toEqual(JSON.parse(line))
  const stored = JSON.parse((await file('manifest.json')).toString())
  expect(manifest.strict().parse(stored)).toEqual(manifested)
  expect(manifested).toMatchObject({
    count: 2,
    unreviewed: 1,
    contributors: 1,
    consentVersions: [1, 2],
    ...told,
  })
  expect(manifested.labels).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1])
  const listed = manifested.files.map(({ name }) => name)
  expect([...listed, 'manifest.json'].sort()).toEqual((await readdir(folder)).sort())
  for (const { name, bytes } of manifested.files) expect((await file(name)).length).toBe(bytes)
})

test('export format: a folder that is there is left alone', async () => {
  await writeExportFolder(folder, both(), ['idx'], told)
  const before = await file('manifest.json')
  await expect(writeExportFolder(folder, both(), ['ndjson'], told)).rejects.toMatchObject({
    code: 'EEXIST',
  })
  expect(await file('manifest.json')).toEqual(before)
})
