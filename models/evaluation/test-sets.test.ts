import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findTestFiles, loadTestSets } from './test-sets'

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

test('lookalikes and drawings without ink are left out, the others keep their line numbers', async () => {
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

test('digits can be watched as they grow', async () => {
  const path = await save('ones.ndjson', line('1') + line('1', { strokes: [[]] }))
  const [set] = await loadTestSets({ ...none, digits: [path] })
  expect(set).toMatchObject({ kind: 'digits', leftOut: 1, pictures: [{ record: 1, truth: 1 }] })
  expect(set?.recorded.map(({ digit }) => digit)).toEqual([1])
})

test('a letter among the digits is refused with file and line', async () => {
  const path = await save('mixed.ndjson', line('1') + line('l'))
  await expect(loadTestSets({ ...none, digits: [path] })).rejects.toThrow(`${path}: line 2: "l" is no digit`)
})

test('a file where nothing is left to judge is refused', async () => {
  const path = await save('empty.ndjson', '')
  await expect(loadTestSets({ ...none, digits: [path] })).rejects.toThrow('holds no drawings')
  await expect(loadTestSets({ ...none, others: [path] })).rejects.toThrow('holds no drawings')
})

test('of a data folder the test files are taken, and no training file', async () => {
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
