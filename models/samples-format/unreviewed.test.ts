import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { loadTestSets } from '#models/evaluation/test-sets'
import { loadSamples } from '#models/training/samples'
import { loadTrainingSet } from '#models/training/training-set'
import type { ExportFormat } from './formats'
import type { IdxKind } from './idx-names'
import { loadPictures } from './read-idx'
import { loadDrawings } from './read-strokes'
import { exportedSample, samplesOf } from './testing/samples'
import { writeExportFolder } from './write-export'

let parent: string
let folder: string
beforeEach(async () => {
  parent = await mkdtemp(path.join(tmpdir(), 'unreviewed-'))
  folder = path.join(parent, 'export')
})
afterEach(() => rm(parent, { recursive: true }))

const sample = exportedSample({ isReviewed: true })

/** An export of three samples, of which so many are not reviewed. */
async function exported(unreviewed: number, ...formats: ExportFormat[]): Promise<void> {
  const samples = samplesOf(...[0, 1, 2].map((index) => ({ ...sample, isReviewed: index >= unreviewed })))
  const told = { filter: { onlyReviewed: unreviewed === 0 }, leftOut: 0 }
  await writeExportFolder(folder, { formats, samples, told })
}

const at = (name: string) => path.join(folder, name)
const strokes = () => at('samples.ndjson')
/** The picture files of what is learnt from: their names say whether all are reviewed. */
async function pair(): Promise<[string, string, string]> {
  const names = await readdir(folder)
  const find = (kind: IdxKind) => at(names.find((name) => name.includes(`train-${kind}-`)) ?? kind)
  return [find('images'), find('labels'), find('reviewed')]
}
const none = { digits: [], others: [], images: [] }
type Options = { acceptsUnreviewed?: boolean }

/** Every way in which the labels of an export get to the trainer or into a measurement. */
const roads: Record<string, [ExportFormat, (options?: Options) => Promise<unknown>]> = {
  'to train on, as strokes': ['ndjson', (options) => loadSamples(folder, options)],
  'to train on, as pictures': ['idx', (options) => loadSamples(folder, options)],
  'to measure with, as strokes': [
    'ndjson',
    (options) => loadTestSets({ ...none, digits: [strokes()] }, options),
  ],
  'to measure with, as others': [
    'ndjson',
    (options) => loadTestSets({ ...none, others: [strokes()] }, options),
  ],
  'to measure with, as pictures': [
    'idx',
    async (options) => {
      const [images, labels] = await pair()
      return loadTestSets({ ...none, images: [[images, labels]] }, options)
    },
  ],
}

describe.each(Object.entries(roads))('[C11] unreviewed labels: an export %s', (_, [format, load]) => {
  test('is refused with how many there are and what to do, unless they are wanted', async () => {
    await exported(2, format)
    await expect(load()).rejects.toThrow(
      /: 2 of 3 labels are not reviewed, only what the player was asked for; .* --unreviewed$/,
    )
    await expect(load({ acceptsUnreviewed: true })).resolves.toBeDefined()
  })

  test('is taken where all are reviewed', async () => {
    await exported(0, format)
    await expect(load()).resolves.toBeDefined()
  })
})

test('[C11] unreviewed labels: put among the public sets, an export is refused as one of them', async () => {
  await exported(1, 'ndjson')
  const data = path.join(parent, 'data')
  await mkdir(path.join(data, 'mnist'), { recursive: true })
  await mkdir(path.join(data, 'strokes'))
  await writeFile(
    path.join(data, 'strokes', 'digits-pendigits-train.ndjson.gz'),
    gzipSync(await readFile(strokes())),
  )
  for (const name of ['digits-unipen', 'others-omniglot', 'others-quickdraw', 'others-unipen'])
    await writeFile(path.join(data, 'strokes', `${name}-train.ndjson.gz`), gzipSync(''))
  const header = (...numbers: number[]) => Buffer.from(Uint32Array.from(numbers).buffer).swap32()
  await writeFile(path.join(data, 'mnist', 'train-images-idx3-ubyte.gz'), header(0x803, 0, 28, 28))
  await writeFile(path.join(data, 'mnist', 'train-labels-idx1-ubyte.gz'), header(0x801, 0))
  await expect(loadTrainingSet(data)).rejects.toThrow('digits-pendigits-train.ndjson.gz: 1 of 3 labels')
})

describe('[C11] unreviewed labels: what does not say whether it is reviewed', () => {
  const line = '{"label":"7","writer":"a","strokes":[[[0,0],[1,9]]]'

  test('is a public set where it is not ours, and unreviewed where it is', async () => {
    const file = path.join(parent, 'set.ndjson')
    await writeFile(file, `${line}}\n`)
    expect(await loadDrawings(file)).toMatchObject([{ isReviewed: null }])
    await writeFile(file, `${line},"source":"digit-dash"}\n`)
    await expect(loadDrawings(file)).rejects.toThrow('1 of 1 labels')
  })

  test('is unreviewed in the folder of an export, whatever its lines are', async () => {
    await exported(0, 'ndjson')
    await writeFile(strokes(), `${line}}\n`)
    const { createHash } = await import('node:crypto')
    const sha256 = createHash('sha256').update(`${line}}\n`).digest('hex')
    await writeFile(at('manifest.json'), JSON.stringify({ files: [{ name: 'samples.ndjson', sha256 }] }))
    await expect(loadSamples(folder)).rejects.toThrow('1 of 1 labels')
  })

  test('counts as many as the manifest says, in pictures that came before the marks', async () => {
    await exported(2, 'idx')
    const [images, labels, marks] = await pair()
    await rm(marks)
    await expect(loadPictures(images, labels)).rejects.toThrow('2 of 3 labels')
    const manifest = JSON.parse(await readFile(at('manifest.json'), 'utf8'))
    await writeFile(at('manifest.json'), JSON.stringify({ ...manifest, unreviewed: 0 }))
    expect(await loadPictures(images, labels)).toMatchObject({ count: 3, unreviewed: 0 })
  })

  test('is unreviewed in pictures that lost their manifest and their marks, packed or not', async () => {
    await exported(1, 'idx')
    const [images, labels, marks] = await pair()
    await rm(marks)
    await rm(at('manifest.json'))
    await expect(loadPictures(images, labels)).rejects.toThrow('3 of 3 labels')
    await writeFile(`${labels}.gz`, gzipSync(await readFile(labels)))
    await expect(loadPictures(images, `${labels}.gz`)).rejects.toThrow('3 of 3 labels')
  })

  test('is unreviewed under a name that says so, and a public set under MNIST’s own', async () => {
    await exported(0, 'idx')
    const [images, labels, marks] = await pair()
    for (const name of [marks, at('manifest.json')]) await rm(name)
    expect(await loadPictures(images, labels)).toMatchObject({ count: 3, unreviewed: 0 })
  })

  test('marks that are fewer than the labels are refused', async () => {
    await exported(0, 'idx')
    const [images, labels, marks] = await pair()
    await writeFile(marks, Buffer.concat([Buffer.from([0, 0, 8, 1, 0, 0, 0, 1]), Buffer.of(1)]))
    await expect(loadPictures(images, labels)).rejects.toThrow('3 labels, but 1 marks of review')
  })
})

test('samples: only what the manifest lists is trained on', async () => {
  await exported(0, 'ndjson')
  await writeFile(at('more.ndjson'), await readFile(strokes()))
  expect((await loadSamples(folder)).count).toBe(3)
  await rename(strokes(), at('other.ndjson'))
  await expect(loadSamples(folder)).rejects.toThrow('is in the manifest, but missing')
})

test('samples: a label that the network does not have is refused by its line, never learnt as "not a digit"', async () => {
  const samples = samplesOf(sample, { ...sample, label: 11 })
  await writeExportFolder(folder, {
    formats: ['ndjson'],
    samples,
    told: { filter: { onlyReviewed: true }, leftOut: 0 },
  })
  await expect(loadSamples(folder)).rejects.toThrow('line 2: "11" is no label of ours')
})
