import { randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findTrainedVersions, writeTrainedSamples } from './trained-samples'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'trained-'))
})
afterEach(() => rm(folder, { recursive: true }))

async function train(version: string, ids: string[], kept = 'digits-v1'): Promise<void> {
  await mkdir(join(folder, version))
  await writeTrainedSamples(join(folder, version), ids, join(folder, kept))
}

test('a sample is known to have trained the versions which learnt from it, and no others', async () => {
  const [both, late, none] = [randomUUID(), randomUUID(), randomUUID()]
  await train('digits-v9', [both])
  await train('digits-v10', [both, late])
  await mkdir(join(folder, 'digits-v11'))
  const trained = await findTrainedVersions(folder, [both, late, none])
  expect([...trained]).toEqual([
    [both, ['digits-v9', 'digits-v10']],
    [late, ['digits-v10']],
  ])
})

test('a version that took one of its networks from another one was trained on the samples of that one, too', async () => {
  const [early, late] = [randomUUID(), randomUUID()]
  await train('digits-v2', [early])
  await train('digits-v3', [late], 'digits-v2')
  const trained = await findTrainedVersions(folder, [early, late])
  expect([...trained]).toEqual([
    [early, ['digits-v2', 'digits-v3']],
    [late, ['digits-v3']],
  ])
})
