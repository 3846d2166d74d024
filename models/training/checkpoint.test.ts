import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chance } from './chance'
import { removeCheckpoint, resumeCheckpoint, saveCheckpoint } from './checkpoint'
import { Optimiser } from './optimiser'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'checkpoint-'))
})
afterAll(() => rm(folder, { recursive: true }))

const settings = { rate: 0.01, decay: 0.1, averageDecay: 0.99 }

function begin() {
  const weights = Float32Array.of(1, 2, 3)
  return { weights, optimiser: new Optimiser([weights]), chance: new Chance(5) }
}

function goOn({ weights, optimiser, chance }: ReturnType<typeof begin>, steps: number) {
  for (let step = 0; step < steps; step++)
    optimiser.update([weights.map((value) => value * chance.next())], settings)
}

test('a run that was killed ends where it would have ended', async () => {
  const unbroken = begin()
  goOn(unbroken, 7)

  const killed = begin()
  goOn(killed, 4)
  await saveCheckpoint(join(folder, 'run'), 'a', killed.optimiser, killed.chance)
  const resumed = begin()
  expect(await resumeCheckpoint(join(folder, 'run'), 'a', resumed.optimiser, resumed.chance)).toBe(true)
  goOn(resumed, 3)

  expect(resumed.weights).toEqual(unbroken.weights)
  expect(resumed.optimiser.average).toEqual(unbroken.optimiser.average)
})

test('the checkpoint of another run is left alone', async () => {
  const other = begin()
  goOn(other, 2)
  await saveCheckpoint(join(folder, 'other'), 'a', other.optimiser, other.chance)
  const fresh = begin()
  expect(await resumeCheckpoint(join(folder, 'other'), 'b', fresh.optimiser, fresh.chance)).toBe(false)
  expect(fresh.optimiser.step).toBe(0)
})

test('a finished run leaves no checkpoint', async () => {
  const { optimiser, chance } = begin()
  await saveCheckpoint(join(folder, 'done'), 'a', optimiser, chance)
  await removeCheckpoint(join(folder, 'done'))
  expect(await readdir(folder)).not.toContain('done')
})
