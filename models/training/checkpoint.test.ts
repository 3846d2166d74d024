import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Chance } from './chance'
import { checkpointPath, removeCheckpoint, resumeCheckpoint, saveCheckpoint } from './checkpoint'
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

const point = { epoch: 1, loss: 0.5, pictures: 1, digits: 1, falseLocks: 0 }
const history = { loss: 0.25, curve: [point] }
const stateOf = ({ optimiser, chance }: ReturnType<typeof begin>) => ({ optimiser, chance, history })
const runs = ['a', 'b'].map((digit) => digit.repeat(64)) as [string, string]

test('checkpoint: a run that was killed ends where it would have ended, with what it had told', async () => {
  const unbroken = begin()
  goOn(unbroken, 7)

  const killed = begin()
  goOn(killed, 4)
  await saveCheckpoint(folder, runs[0], stateOf(killed))
  const resumed = begin()
  expect(await resumeCheckpoint(folder, runs[0], resumed)).toEqual(history)
  goOn(resumed, 3)

  expect(resumed.weights).toEqual(unbroken.weights)
  expect(resumed.optimiser.average).toEqual(unbroken.optimiser.average)
})

test('checkpoint: runs of other data, start or plan neither take it up nor overwrite it', async () => {
  const [one, other] = [begin(), begin()]
  goOn(one, 2)
  goOn(other, 5)
  await saveCheckpoint(folder, runs[0], stateOf(one))
  const fresh = begin()
  expect(await resumeCheckpoint(folder, runs[1], fresh)).toBeNull()
  expect(fresh.optimiser.step).toBe(0)
  await saveCheckpoint(folder, runs[1], stateOf(other))
  await resumeCheckpoint(folder, runs[0], fresh)
  expect(fresh.optimiser.step).toBe(2)
})

test('checkpoint: one of another run under the same name, or of a network of another size, is not taken up', async () => {
  const alike = `${runs[0].slice(0, 63)}c`
  expect(checkpointPath(folder, alike)).toBe(checkpointPath(folder, runs[0]))
  expect(checkpointPath(folder, `${runs[0].slice(0, 15)}c`)).not.toBe(checkpointPath(folder, runs[0]))
  await saveCheckpoint(folder, runs[0], stateOf(begin()))
  expect(await resumeCheckpoint(folder, alike, begin())).toBeNull()
  const split = new Optimiser([Float32Array.of(1, 2), Float32Array.of(3)])
  expect(await resumeCheckpoint(folder, runs[0], { optimiser: split, chance: new Chance(5) })).toBeNull()
  expect(await resumeCheckpoint(folder, runs[0], begin())).toEqual(history)
})

test('checkpoint: where it cannot take its place, nothing half written stays', async () => {
  const taken = checkpointPath(folder, 'd'.repeat(64))
  await mkdir(join(taken, 'in the way'), { recursive: true })
  await expect(saveCheckpoint(folder, 'd'.repeat(64), stateOf(begin()))).rejects.toThrow()
  expect((await readdir(folder)).filter((name) => name.startsWith('d') && name.endsWith('.part'))).toEqual([])
})

test('checkpoint: one that is cut off is none', async () => {
  await saveCheckpoint(folder, runs[0], stateOf(begin()))
  const file = checkpointPath(folder, runs[0])
  const bytes = await readFile(file)
  for (const length of [0, 20, bytes.length - 1]) {
    await writeFile(file, bytes.subarray(0, length))
    expect(await resumeCheckpoint(folder, runs[0], begin())).toBeNull()
  }
})

test('checkpoint: one that cannot be written leaves the one before, and nothing beside it', async () => {
  await saveCheckpoint(folder, runs[0], stateOf(begin()))
  await mkdir(`${checkpointPath(folder, runs[1])}.${process.pid}.part`)
  await expect(saveCheckpoint(folder, runs[1], stateOf(begin()))).rejects.toThrow()
  expect(await resumeCheckpoint(folder, runs[0], begin())).toEqual(history)
})

test('checkpoint: a finished run leaves none', async () => {
  await saveCheckpoint(folder, runs[0], stateOf(begin()))
  await removeCheckpoint(folder, runs[0])
  expect(await resumeCheckpoint(folder, runs[0], begin())).toBeNull()
})
