import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadDrawings } from './read-strokes'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'drawings-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function load(content: string | Buffer) {
  const path = join(folder, 'set.ndjson')
  await writeFile(path, content)
  return loadDrawings(path)
}

const seven = '{"label":"7","writer":"anna","strokes":[[[0,0,0],[4,0,16],[2,8,40]]]}'

test('one line is one drawing, with times where the source had them', async () => {
  expect(await load(`${seven}\n{"label":"A","writer":null,"strokes":[[[1,2]]],"lookalike":true}\n`)).toEqual([
    {
      label: '7',
      writer: 'anna',
      strokes: [
        [
          { x: 0, y: 0, t: 0 },
          { x: 4, y: 0, t: 16 },
          { x: 2, y: 8, t: 40 },
        ],
      ],
      isLookalike: false,
      isReviewed: null,
      isControl: false,
    },
    {
      label: 'A',
      writer: null,
      strokes: [[{ x: 1, y: 2, t: null }]],
      isLookalike: true,
      isReviewed: null,
      isControl: false,
    },
  ])
})

test('a drawing from a tablet with unequal resolutions gets its proportions back', async () => {
  const [drawing] = await load('{"label":"1","strokes":[[[100,0],[200,400]]],"ppi":[100,200]}')
  expect(drawing?.strokes).toEqual([
    [
      { x: 200, y: 0, t: null },
      { x: 400, y: 400, t: null },
    ],
  ])
})

test('packed files are unpacked', async () => {
  expect(await load(gzipSync(seven))).toHaveLength(1)
})

test('a cut-off line is named by its number', async () => {
  await expect(load(`${seven}\n${seven.slice(0, 30)}`)).rejects.toThrow(
    'set.ndjson: line 2: not JSON, or cut off',
  )
})

test('an empty line in the middle is no drawing', async () => {
  await expect(load(`${seven}\n\n${seven}`)).rejects.toThrow('line 2')
})

test('a coordinate that is no finite number is named by its place', async () => {
  await expect(load('{"label":"7","strokes":[[[0,0],[1e999,1]]]}')).rejects.toThrow('line 1: strokes.0.1')
  await expect(load('{"label":"7","strokes":[[[0,null]]]}')).rejects.toThrow('line 1: strokes.0.0')
})

test('a line without strokes is refused', async () => {
  await expect(load('{"label":"7"}')).rejects.toThrow('line 1: strokes')
})
