import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { describeSamples, loadSamples, summariseSamples } from './samples'
import { writeSamples } from './testing/export-folder'
import { contributorsOf } from './testing/hands'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samples-'))
})
afterEach(() => rm(folder, { recursive: true }))

const lineBy = (writer: string, label = '7') => ({
  ...{ id: randomUUID(), label, writer },
  strokes: [
    [
      [0, 0],
      [9, 0],
      [3, 20],
    ],
  ],
})

test('[F21] samples: those of gold contributors are not learnt from, and the others stay apart from the public sets', async () => {
  const [ada = '', grace = ''] = contributorsOf(2, false)
  const [gold = ''] = contributorsOf(1, true)
  const lines = [lineBy(ada), lineBy(gold), lineBy(grace, 'not a digit'), lineBy(gold)]
  const loaded = await loadSamples(await writeSamples(join(folder, 'may'), lines))
  expect(loaded).toMatchObject({ count: 4, gold: 2, ids: [lines[0]?.id, lines[2]?.id] })
  const { players, ...others } = loaded.examples
  expect(others).toEqual({ pictures: [], digits: [], others: [] })
  expect(players?.samples.map(({ label, contributor }) => [label, contributor])).toEqual([
    [7, ada],
    [10, grace],
  ])
  expect(describeSamples(summariseSamples(['may'], [loaded]))).toEqual([
    '2 drawings of 2 players are an eighth of each batch, in balance by label and player; 2 more are gold: by players whose drawings are only measured on',
  ])
})

test('[F21] samples: an export of gold contributors alone is refused, because nothing would be learnt from it', async () => {
  const [gold = ''] = contributorsOf(1, true)
  const path = await writeSamples(join(folder, 'gold'), [lineBy(gold)])
  const loaded = await loadSamples(path)
  expect(() => summariseSamples([path], [loaded])).toThrow(`${path}: all 1 drawings are by contributors`)
  expect(summariseSamples([], []).players).toEqual({ samples: 0, contributors: 0, gold: 0 })
})

test('samples: an empty export is refused', async () => {
  const path = await writeSamples(join(folder, 'empty'), [])
  const loaded = await loadSamples(path)
  expect(() => summariseSamples([path], [loaded])).toThrow(`${path}: holds no drawings`)
})
