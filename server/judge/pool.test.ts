import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { getPriority, tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { Stroke } from '#game/drawing/ink'
import { shownOf } from '#game/drawing/pen-path'
import { settings } from '#game/settings'
import { classifyShown } from '#models/classify-shown'
import { loadJudge, ModelRefusedError } from '#models/judge'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import { systemClock } from '#server/host/clock'
import { silentLog } from '#server/testing/database'
import { createManualClock } from '#server/testing/manual-clock'
import { packed } from '#server/testing/scripted-classifier'
import { handwrite } from '../../e2e/handwriting'
import { followChampion, openChampion } from './champion'
import { type Classifier, OverloadedError } from './classifier'
import { startJudgeWorker } from './judge-worker'

let modelsFolder: string
let classifier: Classifier
beforeAll(async () => {
  modelsFolder = await mkdtemp(path.join(tmpdir(), 'judges-'))
  await promote('digits-v1')
  await publishAs('digits-v1')
  await publishAs('digits-v2')
  await publishAs('digits-v3')
  await writeFile(path.join(modelsFolder, 'digits-v3', 'weights.bin'), 'no weights')
})
afterAll(() => rm(modelsFolder, { recursive: true }))
beforeEach(async () => {
  classifier = await openChampion({ modelsFolder, engine: 'wasm', workers: 2, log: silentLog })
})
afterEach(() => classifier.close())

/** The shipped network under another name. */
async function publishAs(version: string): Promise<void> {
  const folder = path.join(modelsFolder, version)
  await cp(await findChampionFolder(), folder, { recursive: true })
  const model = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8'))
  await writeFile(path.join(folder, 'model.json'), JSON.stringify({ ...model, version }))
}

function promote(version: string): Promise<void> {
  return writeFile(path.join(modelsFolder, 'champion.json'), JSON.stringify({ version }))
}

/** A digit by a hand that is never quite the same. */
function written(digit: number, hand: number): Stroke[] {
  return handwrite(digit, hand).map((stroke) =>
    stroke.map(({ x, y }) => ({
      x: Math.round(x * settings.gridSize),
      y: Math.round(y * settings.gridSize),
      t: 0,
    })),
  )
}

const drawings = Array.from({ length: 60 }, (_, index) => written(index % 10, index))

test('judge: drawings that come at once are each answered as if they had come alone', async () => {
  const judge = await loadJudge(await readModelFolder(await findChampionFolder()))
  const alone = drawings.map((strokes) => {
    const shown = shownOf(strokes)
    const [answer] = shown ? classifyShown(judge, [shown]) : []
    return { thousandths: answer?.thousandths, strokeThousandths: answer?.strokeThousandths }
  })
  judge.dispose()
  expect(
    await Promise.all(drawings.map((each) => classifier.classify(packed(...each), 'digits-v1', 'CDFGH'))),
  ).toEqual(alone)
})

test.runIf(process.platform === 'linux')(
  'judge: its threads give way to the thread of the rooms',
  async () => {
    const tasks = await readdir('/proc/self/task')
    const stats = await Promise.all(tasks.map((task) => readFile(`/proc/self/task/${task}/stat`, 'utf8')))
    // The name may hold spaces; niceness is the 19th field.
    const nicenesses = stats.map((stat) => Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]))
    const own = getPriority()
    expect(nicenesses.filter((niceness) => niceness === Math.min(19, own + 10))).toHaveLength(2)
    expect(nicenesses).toContain(own)
  },
)

test('judge: a batch is transferred to its thread, not copied', async () => {
  const worker = startJudgeWorker({ modelsFolder, engine: 'wasm' }, () => {})
  const drawings = packed(...written(7, 1))
  const asked = worker.ask({ type: 'classify', version: 'digits-v1', drawings })
  expect(drawings.byteLength).toBe(0)
  expect(await asked).toMatchObject({ type: 'classified' })
  await worker.close()
})

test('judge: a version that takes over drops no drawing, and games that have begun keep theirs', async () => {
  const before = drawings.map((each) => classifier.classify(packed(...each), 'digits-v1', 'CDFGH'))
  const swapped = classifier.swap('digits-v2')
  const during = drawings.map((each) => classifier.classify(packed(...each), 'digits-v1', 'CDFGH'))
  await swapped
  expect(classifier.judge).toEqual({ version: 'digits-v2', engine: 'wasm' })
  const after = [
    classifier.classify(packed(...written(7, 1)), 'digits-v2', 'CDFGH'),
    classifier.classify(packed(...written(7, 1)), 'digits-v1', 'CDFGH'),
  ]
  const answers = await Promise.all([...before, ...during, ...after])
  expect(answers.every(({ thousandths }) => thousandths.length === 11)).toBe(true)
})

test('judge: a version that does not fit is refused, and the old one goes on judging', async () => {
  await expect(classifier.swap('digits-v3')).rejects.toThrow(ModelRefusedError)
  await expect(classifier.swap('digits-v9')).rejects.toThrow(ModelRefusedError)
  expect(classifier.judge.version).toBe('digits-v1')
  const { thousandths } = await classifier.classify(packed(...written(7, 1)), 'digits-v1', 'CDFGH')
  expect(thousandths).toHaveLength(11)
})

test('judge: an overload drops the oldest drawings, and the newest are answered', async () => {
  const asked = Array.from({ length: 1_300 }, () =>
    classifier.classify(packed(...written(1, 1)), 'digits-v1', 'CDFGH'),
  )
  const ends = await Promise.allSettled(asked)
  const dropped = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []))
  expect(dropped.length).toBeGreaterThan(0)
  expect(dropped.every((reason) => reason instanceof OverloadedError)).toBe(true)
  expect(ends.slice(-1_024).every(({ status }) => status === 'fulfilled')).toBe(true)
})

test('judge: a champion that does not fit stops the start', async () => {
  await promote('digits-v3')
  const start = openChampion({ modelsFolder, engine: 'wasm', workers: 1, log: silentLog })
  await expect(start).rejects.toThrow('is not the file')
  await promote('digits-v1')
})

test('judge: a promotion is followed without a restart', async () => {
  const stop = followChampion(modelsFolder, classifier, { clock: systemClock, log: silentLog })
  await promote('digits-v2')
  await vi.waitFor(() => expect(classifier.judge.version).toBe('digits-v2'), { timeout: 60_000 })
  stop()
  await promote('digits-v1')
})

test('judge: a champion whose weights have not arrived yet is tried again until they have', async () => {
  await publishAs('digits-v4')
  const weights = path.join(modelsFolder, 'digits-v4', 'weights.bin')
  const whole = await readFile(weights)
  await writeFile(weights, whole.fill(0, 0, 4))
  const clock = createManualClock()
  const stop = followChampion(modelsFolder, classifier, { clock, log: silentLog })
  await promote('digits-v4')
  await vi.waitFor(() => expect(clock.waiting).toBe(1), { timeout: 60_000 })
  expect(classifier.judge.version).not.toBe('digits-v4')
  await cp(path.join(await findChampionFolder(), 'weights.bin'), weights)
  clock.advance(60_000)
  await vi.waitFor(() => expect(classifier.judge.version).toBe('digits-v4'), { timeout: 60_000 })
  stop()
  await promote('digits-v1')
})

test('judge: weights that are not those the model speaks of are refused, however well they would serve', async () => {
  await publishAs('digits-v5')
  const weights = path.join(modelsFolder, 'digits-v5', 'weights.bin')
  const whole = await readFile(weights)
  whole.writeFloatLE(whole.readFloatLE(0) * 1.000_001, 0)
  await writeFile(weights, whole)
  await expect(readModelFolder(path.dirname(weights))).rejects.toThrow('is not the file')
})
