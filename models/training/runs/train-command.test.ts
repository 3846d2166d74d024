import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findChampionFolder, modelsFolder } from '#models/model-folder'
import { readChampionFile } from '#models/versions'
import { registerWasmBackend } from '#models/wasm-in-node'
import { Chance } from '../chance'
import { fold } from '../fold'
import { initialParameters } from '../network'
import { publish } from '../publish'
import { writePublicSets } from '../testing/public-sets'
import { smallLayers } from '../testing/small-training'
import { listRuns, runsFolder } from './run-file'

let folder: string
/** A network that is quick to train on. */
let start: string
const running = new Set<ChildProcess>()

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'train-command-'))
  registerWasmBackend()
  await tf.setBackend('wasm')
  await writePublicSets(join(folder, 'data'))
  start = join(folder, 'digits-v41')
  const calibration = { temperature: 1, notADigitBias: 0 }
  const weights = fold(initialParameters(smallLayers, new Chance(5)), [], calibration)
  await publish(start, { layers: smallLayers, weights, calibration })
})
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

const runsNow = () => listRuns(runsFolder(join(folder, 'server')))
const latest = async () => (await runsNow())[0]

/** `npm run train` on the public sets of this test. */
function train(...args: readonly string[]) {
  const env = { ...process.env, DATA_DIR: join(folder, 'data'), DATA_FOLDER: join(folder, 'server') }
  const command = ['--import', 'tsx', 'models/train.ts', '--from', start, ...args]
  const child = spawn(process.execPath, command, { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  const said = { out: '', error: '' }
  child.stdout.on('data', (piece) => {
    said.out += piece
  })
  child.stderr.on('data', (piece) => {
    said.error += piece
  })
  const ended = once(child, 'close').then(([code, signal]) => {
    running.delete(child)
    return { code, signal, ...said }
  })
  return { child, ended, out: () => said.out }
}

test('[F22] training as a process: it says how far it is without a terminal, and its run ends as finished', async () => {
  const out = join(folder, 'digits-v42')
  const { code, out: said } = await train('--epochs', '2', '--out', out).ended
  expect(code).toBe(0)
  expect(said).toMatch(/step \d+ of \d+: loss \d/)
  expect((await readdir(out)).sort()).toEqual(['model.json', 'samples.json', 'training.json', 'weights.bin'])
  expect(await latest()).toMatchObject({ state: 'finished', version: 'digits-v42', reason: null })
  expect((await latest())?.epochs).toHaveLength(2)
})

test('[F22] training as a process: what it cannot read fails it with one line, which its run tells as well', async () => {
  const { code, error } = await train('--samples', join(folder, 'gone')).ended
  expect(code).toBe(1)
  expect(error.trim().split('\n')).toHaveLength(1)
  expect(error).toContain('exports come with one')
  expect(await latest()).toMatchObject({ state: 'failed', reason: error.trim() })
})

test('[F22] training as a process: stopped or killed it touches no champion, and the same command goes on where it stood', async () => {
  const champion = await findChampionFolder()
  const before = [await readChampionFile(modelsFolder), await readFile(join(champion, 'weights.bin'))]
  const args = ['--epochs', '9000', '--seed', '77', '--out', join(folder, 'digits-v43')]
  const first = train(...args)
  await expect.poll(async () => (await latest())?.epochs.length).toBeGreaterThan(2)
  first.child.kill('SIGTERM')
  expect((await first.ended).code).toBe(143)
  expect(await latest()).toMatchObject({ state: 'stopped', reason: 'stopped by SIGTERM' })

  const second = train(...args)
  await expect.poll(() => second.out()).toContain('going on at step')
  await expect.poll(async () => (await latest())?.state).toBe('training')
  expect((await latest())?.resumedAt).toBeGreaterThan(0)
  second.child.kill('SIGKILL')
  await second.ended
  expect(await readdir(folder)).not.toContain('digits-v43')
  expect([await readChampionFile(modelsFolder), await readFile(join(champion, 'weights.bin'))]).toEqual(
    before,
  )
})
