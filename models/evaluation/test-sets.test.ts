import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findTestFiles, loadTestSets, loadTrainingPictures } from './test-sets'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'test-sets-'))
})
afterEach(() => rm(folder, { recursive: true }))

const line = (label: string, more: object = {}) =>
  `${JSON.stringify({
    label,
    writer: null,
    strokes: [
      [
        [0, 0],
        [0, 50],
      ],
    ],
    ...more,
  })}\n`

async function save(name: string, text: string): Promise<string> {
  await mkdir(join(folder, 'strokes'), { recursive: true })
  const path = join(folder, 'strokes', name)
  await writeFile(path, text)
  return path
}

const none = { digits: [], others: [], images: [] }

test('test sets: lookalikes and drawings without ink are left out, the others keep their line numbers', async () => {
  const path = await save(
    'letters.ndjson',
    line('O', { lookalike: true }) + line('A') + line('B', { strokes: [] }) + line('C'),
  )
  const [set] = await loadTestSets({ ...none, others: [path] })
  expect(set).toMatchObject({ name: 'letters.ndjson', kind: 'others', leftOut: 2, recorded: [] })
  expect(set?.pictures.map(({ record, label, truth }) => [record, label, truth])).toEqual([
    [2, 'A', 10],
    [4, 'C', 10],
  ])
})

test('test sets: digits can be watched as they grow', async () => {
  const path = await save('ones.ndjson', line('1') + line('1', { strokes: [[]] }))
  const [set] = await loadTestSets({ ...none, digits: [path] })
  expect(set).toMatchObject({ kind: 'digits', leftOut: 1, pictures: [{ record: 1, truth: 1 }] })
  expect(set?.recorded.map(({ digit }) => digit)).toEqual([1])
})

test('test sets: a letter among the digits is refused with file and line', async () => {
  const path = await save('mixed.ndjson', line('1') + line('l'))
  await expect(loadTestSets({ ...none, digits: [path] })).rejects.toThrow(`${path}: line 2: "l" is no digit`)
})

/** A line of an export. */
const sampleOf = (label: string, more: object = {}) =>
  line(label, {
    ...{ source: 'digit-dash', id: '3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d01', prompt: 7, guess: 7 },
    ...{ reason: 'never_locked', reviewed: true },
    ...more,
  })

async function saveExport(text: string): Promise<string> {
  const export_ = join(folder, 'may')
  await mkdir(export_)
  await writeFile(join(export_, 'samples.ndjson'), text)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const manifest = { source: 'digit-dash', files: [{ name: 'samples.ndjson', sha256 }] }
  await writeFile(join(export_, 'manifest.json'), JSON.stringify(manifest))
  return export_
}

const told = (sets: Awaited<ReturnType<typeof loadTestSets>>) =>
  sets.map(({ name, kind, pictures, isControl = false }) => [name, kind, pictures.length, isControl])

test('test sets: an export is measured by what chance picked first, digits and what is none apart; no drawing counts twice', async () => {
  const control = { reason: 'wrong_lock', reasons: ['wrong_lock', 'control'] }
  const samples = [
    await saveExport(
      sampleOf('7') +
        sampleOf('not a digit') +
        sampleOf('7', control) +
        sampleOf('3', { reason: 'control' }) +
        sampleOf('not a digit', control),
    ),
  ]
  expect(told(await loadTestSets({ ...none, samples }))).toEqual([
    ['may: picked by chance', 'digits', 2, true],
    ['may: picked by chance, no digits', 'others', 1, true],
    ['may: hard', 'digits', 1, false],
    ['may: hard, no digits', 'others', 1, false],
  ])
})

test('[F21] test sets: of an export nobody is measured on who taught the network, and it is known how many drawings that leaves out', async () => {
  const id = (digit: number) => `3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d0${digit}`
  const ada = { writer: 'ada', reason: 'control' }
  const samples = [
    await saveExport(
      sampleOf('7', { ...ada, id: id(1) }) +
        sampleOf('3', { ...ada, id: id(2) }) +
        sampleOf('7', { writer: 'grace', reason: 'control', id: id(3) }),
    ),
  ]
  const [set, ...others] = await loadTestSets({ ...none, samples }, { trainedIds: new Set([id(2)]) })
  expect(others).toEqual([])
  expect(set).toMatchObject({ learnt: 2, isControl: true })
  expect(set?.drawings.map(({ writer }) => writer)).toEqual(['grace'])
  await expect(loadTestSets({ ...none, samples }, { trainedIds: new Set([id(1), id(3)]) })).rejects.toThrow(
    'of those alone whom the network has learnt from',
  )
})

test('test sets: an export with one drawing that is no digit can be measured as a file of digits', async () => {
  const path = await save('samples.ndjson', sampleOf('7') + sampleOf('not a digit'))
  expect(told(await loadTestSets({ ...none, digits: [path] }))).toEqual([
    ['samples.ndjson', 'digits', 1, false],
    ['samples.ndjson, no digits', 'others', 1, false],
  ])
})

const header = (...numbers: number[]) => Buffer.from(Uint32Array.from(numbers).buffer).swap32()

test('test sets: an export of pictures with one that is no digit can be measured; in another file the label is a mistake', async () => {
  const write = async (prefix: string) => {
    const pair = [`${prefix}-images-idx3-ubyte`, `${prefix}-labels-idx1-ubyte`].map((name) =>
      join(folder, name),
    )
    await writeFile(pair[0] ?? '', Buffer.concat([header(0x803, 2, 28, 28), Buffer.alloc(1568, 9)]))
    await writeFile(pair[1] ?? '', Buffer.concat([header(0x801, 2), Buffer.of(7, 10)]))
    return [pair as [string, string]]
  }
  const all = { acceptsUnreviewed: true }
  const sets = await loadTestSets({ ...none, images: await write('samples') }, all)
  expect(sets.flatMap(({ pictures }) => pictures.map(({ record }) => record))).toEqual([1, 2])
  expect(sets.map(({ unreviewed }) => unreviewed)).toEqual([2, undefined])
  expect(told(sets)).toEqual([
    ['samples-images-idx3-ubyte', 'digits', 1, false],
    ['samples-images-idx3-ubyte, no digits', 'others', 1, false],
  ])
  await expect(loadTestSets({ ...none, images: await write('mnist') })).rejects.toThrow('10 is no digit')
})

test('[C11] test sets: of an export it is known how many labels nobody has reviewed; of a public set there is nothing to review', async () => {
  const path = await save('samples.ndjson', sampleOf('7') + sampleOf('7', { reviewed: false }))
  const [exported] = await loadTestSets({ ...none, digits: [path] }, { acceptsUnreviewed: true })
  expect(exported?.unreviewed).toBe(1)
  const [open] = await loadTestSets({ ...none, digits: [await save('ones.ndjson', line('1'))] })
  expect(open?.unreviewed).toBe(0)
})

test('test sets: a file where nothing is left to judge is refused', async () => {
  const path = await save('empty.ndjson', '')
  await expect(loadTestSets({ ...none, digits: [path] })).rejects.toThrow('holds no drawings')
  await expect(loadTestSets({ ...none, others: [path] })).rejects.toThrow('holds no drawings')
})

test('test sets: of a data folder the test files are taken, and no training file', async () => {
  for (const name of [
    'digits-finger-test.ndjson.gz',
    'digits-unipen-train.ndjson.gz',
    'others-unipen-test.ndjson',
  ]) {
    await save(name, '')
  }
  expect(await findTestFiles(folder)).toEqual({
    images: [
      ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'].map((name) => join(folder, 'mnist', name)),
    ],
    digits: [join(folder, 'strokes', 'digits-finger-test.ndjson.gz')],
    others: [join(folder, 'strokes', 'others-unipen-test.ndjson')],
  })
  await expect(findTestFiles(join(folder, 'elsewhere'))).rejects.toThrow('npm run data')
})

test('test sets: of a data folder test files come in the order of their names', async () => {
  const names = [...'gbhdafce'].map((set) => `digits-${set}-test.ndjson`)
  for (const name of names) await save(name, '')
  const { digits } = await findTestFiles(folder)
  expect(digits.map((path) => path.slice(join(folder, 'strokes').length + 1))).toEqual(names.toSorted())
})

test('test sets: training pictures are those of MNIST, and null where the data folder has none', async () => {
  expect(await loadTrainingPictures(folder)).toBeNull()
  await mkdir(join(folder, 'mnist'))
  const write = (name: string, ...content: Buffer[]) =>
    writeFile(join(folder, 'mnist', `train-${name}-ubyte.gz`), gzipSync(Buffer.concat(content)))
  await write('images-idx3', header(0x803, 2, 28, 28), Buffer.alloc(784, 9), Buffer.alloc(784, 8))
  await write('labels-idx1', header(0x801, 2), Buffer.of(7, 3))
  const set = await loadTrainingPictures(folder)
  expect(set).toMatchObject({ kind: 'digits', medium: 'pictures', drawings: [], recorded: [] })
  expect(set?.pictures.map(({ truth, label, raster }) => [truth, label, raster[0], raster.length])).toEqual([
    [7, '7', 9, 784],
    [3, '3', 8, 784],
  ])
})

test('test sets: a file of pictures without any is refused', async () => {
  const pair: [string, string] = [join(folder, 'no-images'), join(folder, 'no-labels')]
  await writeFile(pair[0], header(0x803, 0, 28, 28))
  await writeFile(pair[1], header(0x801, 0))
  await expect(loadTestSets({ ...none, images: [pair] })).rejects.toThrow('holds no pictures')
})

test('test sets: an export without any drawing is refused', async () => {
  const samples = [await saveExport(sampleOf('7', { strokes: [] }))]
  await expect(loadTestSets({ ...none, samples })).rejects.toThrow('holds no drawings')
})

test('test sets: drawings stand beside their pictures, those of digits and of what is none apart; only digits are watched as they grow', async () => {
  const all = { acceptsUnreviewed: true }
  const unreviewed = { reviewed: false }
  const path = await save(
    'samples.ndjson',
    sampleOf('7') + sampleOf('not a digit', unreviewed) + sampleOf('3') + sampleOf('not a digit', unreviewed),
  )
  const sets = await loadTestSets({ ...none, digits: [path] }, all)
  expect(sets.map(({ drawings }) => drawings.map(({ label }) => label))).toEqual([
    ['7', '3'],
    ['not a digit', 'not a digit'],
  ])
  expect(sets.map(({ medium, recorded, unreviewed }) => [medium, recorded.length, unreviewed])).toEqual([
    ['drawings', 2, 0],
    ['drawings', 0, 2],
  ])
})

test('test sets: the drawings of a set of others are its own, without those that are left out', async () => {
  const path = await save('letters.ndjson', line('O', { lookalike: true }) + line('A') + line('C'))
  const [set] = await loadTestSets({ ...none, others: [path] })
  expect(set?.drawings.map(({ label }) => label)).toEqual(['A', 'C'])
  expect(set).toMatchObject({ medium: 'drawings', leftOut: 1 })
})
