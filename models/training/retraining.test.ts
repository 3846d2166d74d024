import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rasterise } from '#game/drawing/rasterise'
import { loadJudge } from '#models/judge'
import { labels } from '#models/labels'
import { readModelFolder } from '#models/model-folder'
import { registerWasmBackend } from '#models/wasm-in-node'
import { Chance } from './chance'
import { fold, withoutCalibration } from './fold'
import { initialParameters } from './network'
import { publish, publishWhole } from './publish'
import { registerGradients } from './register-gradients'
import { loadSamples } from './samples'
import { writeSamples } from './testing/export-folder'
import { cross, drawings, one, seven, writePublicSets } from './testing/public-sets'
import { countWeights, planOf, silent, smallLayers } from './testing/small-training'
import { trainNetwork } from './train-network'
import { trainTeachers } from './train-teachers'
import { readTrainedNetwork } from './trained-network'
import { countExamples, joinExamples, loadTrainingSet } from './training-set'
import { registerWasmGradients } from './wasm-gradients'
import { workInThisThread } from './workers'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retraining-'))
  registerWasmBackend()
  await tf.setBackend('wasm')
  registerGradients()
  registerWasmGradients()
  await writePublicSets(join(folder, 'data'))
})
afterAll(() => rm(folder, { recursive: true }))

/** Sixty ones, each by somebody else. */
const exportOnes = (name: string) => writeSamples(join(folder, name), drawings('1', one, 60))

const layers = smallLayers
const lastCount = 17 * labels.length
const plain = { temperature: 1, notADigitBias: 0 }

test('from export to a network that serves and can be trained on: what players drew is learnt', async () => {
  const { training, heldOut } = await loadTrainingSet(join(folder, 'data'))
  const { examples } = await loadSamples(await exportOnes('export'))
  const mix = joinExamples([training, examples])
  expect(countExamples(mix)).toBe(countExamples(training) + 60)

  const checkpoints = join(folder, 'checkpoints')
  const plan = planOf({ training: mix, heldOut, epochs: 30, checkpoints })
  const { weights, calibration } = await trainNetwork(plan, workInThisThread(layers), silent)
  const out = join(folder, 'digits-v2')
  await publish(out, { layers, weights, calibration })
  expect(await readdir(out)).toEqual(['model.json', 'weights.bin'])

  const judge = await loadJudge(await readModelFolder(out))
  const drawn = [one(9), seven(9), cross(9)].map((strokes) =>
    rasterise(strokes.map((stroke) => stroke.map(([x, y]) => ({ x, y })))),
  )
  const guesses = judge.classify(Buffer.concat(drawn.map((raster) => raster ?? Buffer.of())))
  expect(guesses.map(({ thousandths }) => thousandths.indexOf(Math.max(...thousandths)))).toEqual([1, 7, 10])
  judge.dispose()

  const { curve } = await trainNetwork(
    { ...plan, from: weights, epochs: 1 },
    workInThisThread(layers),
    silent,
  )
  expect(curve.map(({ digits }) => digits)).toEqual([1])
})

/** `npm run train` with these arguments, on the public sets of this test. */
function runTrain(args: readonly string[]): Promise<void> {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), DATA_FOLDER: join(folder, 'server') }
  return new Promise((resolve, reject) => {
    execFile(process.execPath, ['--import', 'tsx', 'models/train.ts', ...args], { env }, (error, _, said) =>
      error ? reject(new Error(said)) : resolve(),
    )
  })
}

test('training: several networks to go on from and no epoch come to their mean, calibrated anew', async () => {
  const start = fold(initialParameters(layers, new Chance(5)), [], plain)
  const publishOne = async (name: string, by: number) => {
    const weights = start.map((weight) => weight * by)
    const calibration = { temperature: 2, notADigitBias: -3 }
    weights.set(
      weights.subarray(-lastCount).map((weight) => weight / 2),
      weights.length - lastCount,
    )
    weights[weights.length - 1] = (weights.at(-1) ?? NaN) - 3
    await publish(join(folder, name), { layers, weights, calibration })
    return ['--from', join(folder, name)]
  }
  const out = join(folder, 'digits-v23')
  const args = [...(await publishOne('digits-v21', 0.5)), ...(await publishOne('digits-v22', 1.5))]
  await runTrain([...args, '--epochs', '0', '--out', out])
  const { weights } = await readTrainedNetwork(out)
  // Without the last biases, of which such easy drawings leave little more than the calibration.
  const learnt = weights.subarray(0, -labels.length)
  const farthest = learnt.reduce(
    (most, weight, at) => Math.max(most, Math.abs(weight - (start[at] ?? NaN))),
    0,
  )
  expect(farthest).toBeLessThan(1e-3)
})

/** A run of two epochs, killed after so many steps, or not at all. */
async function trainKilled(checkpoints: string, killAfter?: number) {
  const { training, heldOut } = await loadTrainingSet(join(folder, 'data'))
  const plan = planOf({ training, heldOut, checkpoints })
  const steps: number[] = []
  const resumed: number[] = []
  const watch = {
    ...silent,
    resume: (step: number) => void resumed.push(step),
    step(step: number) {
      steps.push(step)
      if (step === killAfter) throw new Error('killed')
    },
  }
  const trained = trainNetwork({ ...plan, keepEveryMs: 0 }, workInThisThread(layers), watch)
  return { trained: await trained.catch(() => null), steps, resumed }
}

test('training: a run that is killed within an epoch goes on from its last checkpoint, to the same weights and the same curve', async () => {
  const whole = await trainKilled(join(folder, 'whole'))
  const last = whole.steps.at(-1) ?? 0
  expect(last).toBeGreaterThan(3)
  const checkpoints = join(folder, 'killed')
  expect((await trainKilled(checkpoints, last - 1)).trained).toBeNull()
  const again = await trainKilled(checkpoints)
  expect(again.resumed).toEqual([last - 2])
  expect(again.trained).toEqual(whole.trained)
})

test('training: a finished run is kept until somebody removes it, and comes again without a step', async () => {
  const checkpoints = join(folder, 'kept')
  const first = await trainKilled(checkpoints)
  const second = await trainKilled(checkpoints)
  expect([second.steps, second.trained]).toEqual([[], first.trained])
})

test('training: teachers are trained one after the other, each with a seed of its own, and without calibration', async () => {
  const { training, heldOut } = await loadTrainingSet(join(folder, 'data'))
  const checkpoints = join(folder, 'teachers')
  const plan = { training, heldOut, epochs: 2, seed: 4, warp: 1, layers, checkpoints }
  const { networks, runs } = await trainTeachers(plan, 2, (own) =>
    trainNetwork(own, workInThisThread(layers), silent),
  )
  const alone = await Promise.all(
    [5, 6].map((seed) =>
      trainNetwork({ ...plan, seed, from: null, teachers: [] }, workInThisThread(layers), silent),
    ),
  )
  expect(runs).toEqual(alone.map(({ run }) => run))
  expect(networks.map(({ weights }) => weights)).toEqual(
    alone.map(({ weights, calibration }) => withoutCalibration(layers, weights, calibration)),
  )
  expect(networks[0]).not.toEqual(networks[1])
})

test('training: a run that cannot be kept goes on, and says so', async () => {
  const { training, heldOut } = await loadTrainingSet(join(folder, 'data'))
  const checkpoints = join(folder, 'full')
  await writeFile(checkpoints, 'a file where the folder should be')
  const plan = planOf({ training, heldOut, epochs: 1, checkpoints })
  const unkept: string[] = []
  const watch = { ...silent, unkept: ({ message }: Error) => void unkept.push(message) }
  const { curve } = await trainNetwork(plan, workInThisThread(layers), watch)
  expect([curve.length, unkept.length]).toEqual([1, 1])
})

describe('publishing', () => {
  const network = {
    layers,
    weights: new Float32Array(countWeights(layers)),
    calibration: { temperature: 1, notADigitBias: 0 },
  }

  test('a folder is there as a whole, under its version, with what else belongs to it', async () => {
    const out = join(folder, 'digits-v7')
    await publishWhole(out, network, (draft) => writeFile(join(draft, 'training.json'), '{}'))
    expect((await readdir(out)).sort()).toEqual(['model.json', 'training.json', 'weights.bin'])
    expect(JSON.parse(await readFile(join(out, 'model.json'), 'utf8')).version).toBe('digits-v7')
  })

  test('what fails on its way leaves nothing, and says what could not be written', async () => {
    const parent = join(folder, 'full-disk')
    await mkdir(parent)
    const full = async () => {
      throw new Error('ENOSPC: no space left on device, write')
    }
    await expect(publishWhole(join(parent, 'digits-v8'), network, full)).rejects.toThrow(
      /digits-v8 could not be written: ENOSPC/,
    )
    expect(await readdir(parent)).toEqual([])
  })

  test('a version that is there by now is left alone', async () => {
    const out = join(folder, 'digits-v9')
    await publishWhole(out, network, async () => {})
    const before = await readFile(join(out, 'model.json'))
    const other = { ...network, weights: network.weights.map(() => 1) }
    await expect(publishWhole(out, other, async () => {})).rejects.toThrow('could not be written')
    expect(await readFile(join(out, 'model.json'))).toEqual(before)
  })
})

test('an export that was changed on its way is refused by the name of its file', async () => {
  const exported = await exportOnes('changed')
  const path = join(exported, 'samples.ndjson')
  await writeFile(path, (await readFile(path, 'utf8')).replace('"1"', '"2"'))
  await expect(loadSamples(exported)).rejects.toThrow(`${path}: is not the file the manifest speaks of`)
  await rm(path)
  await expect(loadSamples(exported)).rejects.toThrow(`${path}: is in the manifest, but missing`)
})

test('a folder without a manifest is no export', async () => {
  await expect(loadSamples(join(folder, 'data'))).rejects.toThrow(
    'there is no such file; exports come with one',
  )
})
