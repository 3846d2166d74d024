import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findChampionFolder } from '#models/model-folder'
import { readRegistry } from './registry'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'registry-'))
})
afterEach(() => rm(folder, { recursive: true }))

const promotion = (version: string, from: string | null, at: number) => ({
  ...{ version, from, at, by: 'Ada', why: 'reads more', objections: [], isRollBack: false },
})

async function shipChampion(): Promise<string> {
  const shipped = await findChampionFolder()
  const version = basename(shipped)
  await cp(shipped, join(folder, version), { recursive: true })
  const history = [promotion(version, 'digits-v1', 2), promotion('digits-v1', null, 1)]
  await writeFile(join(folder, 'champion.json'), JSON.stringify({ version, history }))
  return version
}

test('[F23] registry: a version comes with its figures, its training, whose drawings taught it, who promoted it and why', async () => {
  const version = await shipChampion()
  const ids = ['3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d01', '3f2f0bb2-6a0e-4c53-8a55-5a0f3e0f5d02']
  await writeFile(join(folder, version, 'samples.json'), JSON.stringify(ids))
  // As `train` writes it: what was said on the command line is text.
  const training = { epochs: '12', examples: 500, players: { samples: 2, contributors: 1, gold: 0 } }
  await writeFile(join(folder, version, 'training.json'), JSON.stringify(training))
  const [model] = await readRegistry(folder)
  expect(model).toMatchObject({
    ...{ version, isChampion: true, wasChampion: true, seesStrokes: true },
    players: { samples: 2, contributors: 1 },
    promotions: [{ by: 'Ada', why: 'reads more', from: 'digits-v1' }],
    training: { epochs: 12, examples: 500 },
  })
  const mnist = model?.sets?.find(({ name }) => name.startsWith('t10k'))
  expect(mnist).toMatchObject({ kind: 'digits', count: 10_000 })
  expect(mnist?.accuracy).toBeGreaterThan(0.99)
  expect(mnist?.recall).toHaveLength(10)
})

test('[F23] registry: versions come newest first by number, and a folder that says nothing of itself is named all the same', async () => {
  await mkdir(join(folder, 'digits-v9'))
  await mkdir(join(folder, 'digits-v10'))
  await mkdir(join(folder, 'digits-v10.4711'))
  await writeFile(join(folder, 'digits-v9', 'metrics.json'), '{"version":')
  const models = await readRegistry(folder)
  expect(models.map(({ version, isChampion, sets, bytes }) => [version, isChampion, sets, bytes])).toEqual([
    ['digits-v10', false, null, null],
    ['digits-v9', false, null, null],
  ])
})

test('registry: what is measured of a version while the server runs is seen the next time', async () => {
  const version = await shipChampion()
  const metrics = join(folder, version, 'metrics.json')
  const text = await readFile(metrics, 'utf8')
  await rm(metrics)
  expect((await readRegistry(folder))[0]?.sets).toBeNull()
  await writeFile(metrics, text)
  expect((await readRegistry(folder))[0]?.sets).not.toBeNull()
})
