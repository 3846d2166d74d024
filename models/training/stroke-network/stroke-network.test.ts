import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { pathChannels, pathPoints, penPathOf } from '#game/drawing/pen-path'
import { type Position, rasterise } from '#game/drawing/rasterise'
import { notADigit } from '#game/protocol/constants'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import { outputCount, weightCount } from '#models/network/layer-sizes'
import type { Strokes } from '#models/training/augment-drawing'
import { Chance } from '#models/training/chance'
import { withoutCalibration } from '#models/training/fold'
import { initialParameters } from '#models/training/network'
import { groupPlayers } from '#models/training/players'
import { answersOf, networksOf, pathAnswersOf } from '#models/training/publish'
import { registerGradients } from '#models/training/register-gradients'
import { gradientsOf } from '#models/training/trainer'
import { registerWasmGradients } from '#models/training/wasm-gradients'
import { registerWasmBackend } from '#models/wasm-in-node'
import { strokeArchitecture } from './architecture'
import { gatherBelieved } from './believed'
import { drawPaths, everyPath, thinExamples } from './mixture'
import { trainStrokeNetwork } from './train-stroke-network'
import { prefixOf, thinStrokes, varyStrokes } from './vary-strokes'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stroke-network-'))
  registerWasmBackend()
  await tf.setBackend('wasm')
  registerGradients()
  registerWasmGradients()
})
afterAll(() => rm(folder, { recursive: true }))

const silent = { epoch() {} }
const pictures = networksOf(await readModelFolder(await findChampionFolder()))

const line = (...places: readonly (readonly [number, number])[]): Position[] =>
  places.flatMap(([x, y], index) => {
    const [nextX, nextY] = places[index + 1] ?? [x, y]
    return Array.from({ length: 12 }, (_, step) => ({
      x: x + ((nextX - x) * step) / 12,
      y: y + ((nextY - y) * step) / 12,
    }))
  })
const reach = (stroke: readonly Position[], axis: 'x' | 'y') =>
  Math.max(...stroke.map((place) => place[axis])) - Math.min(...stroke.map((place) => place[axis]))
/** A 1 from above, a 7 with its bar on top, and a cross. */
const one: Strokes = [line([0, -0.5], [0, 0.5])]
const seven: Strokes = [line([-0.4, -0.5], [0.4, -0.5], [0, 0.5])]
const cross: Strokes = [line([-0.5, -0.5], [0.5, 0.5]), line([0.5, -0.5], [-0.5, 0.5])]
const examples = {
  pictures: [],
  digits: [
    { label: 1, strokes: one },
    { label: 7, strokes: seven },
  ],
  others: [{ label: notADigit, strokes: cross }],
}

const planned = (name: string) => ({
  ...{ training: examples, heldOut: examples, epochs: 6, seed: 1, pictures, from: null },
  checkpoints: join(folder, name),
})

test('stroke network: what it takes to answer once is a twentieth of what the pictures take', () => {
  const places = [16, 8, 4, 1, 1]
  const products = strokeArchitecture.map((layer, index) => weightCount(layer) * (places[index] ?? 0))
  const flops = 2 * products.reduce((sum, count) => sum + count, 0)
  expect(flops).toBeGreaterThan(90_000)
  expect(flops).toBeLessThan(110_000)
  expect(outputCount(strokeArchitecture[4] ?? { kind: 'dense', filter: [1, 1] })).toBe(11)
})

test('stroke network: ways are learnt that pictures do not tell, by the same plan to the same bits, and no tensor is left', async () => {
  const plan = { ...planned('bits'), epochs: 3 }
  const before = tf.memory().numTensors
  const begun = await trainStrokeNetwork(plan, silent)
  const again = await trainStrokeNetwork({ ...plan, checkpoints: join(folder, 'others') }, silent)
  expect(again.weights).toEqual(begun.weights)
  const taught = await trainStrokeNetwork({ ...plan, teachers: [begun] }, silent)
  expect(taught.weights).not.toEqual(begun.weights)
  const trained = await trainStrokeNetwork({ ...plan, epochs: 40, from: begun.weights }, silent)
  expect(tf.memory().numTensors).toBe(before)
  const paths = [one, seven, cross].map((strokes) => penPathOf(strokes) ?? new Float32Array())
  const flat = Float32Array.from(paths.flatMap((path) => [...path]))
  const answers = pathAnswersOf(trained.layers, trained.weights, flat)
  expect(answers.map((answer) => answer.indexOf(Math.max(...answer)))).toEqual([1, 7, notADigit])
  // A digit's way is to a part any digit's, so that no digit is kept back for the way of another; what is none is none.
  for (const answer of answers.slice(0, 2))
    expect(Math.min(...answer.slice(0, notADigit))).toBeGreaterThan(0.03)
  expect(Math.max(...(answers[2]?.slice(0, notADigit) ?? []))).toBeLessThan(0.03)
  for (const [index, path] of paths.entries())
    expect(pathAnswersOf(trained.layers, trained.weights, path)).toEqual([answers[index]])
})

test('stroke network: without an epoch one that was trained is calibrated anew, and is the same but for that', async () => {
  const bare = ({ layers, weights, calibration }: Awaited<ReturnType<typeof trainStrokeNetwork>>) =>
    withoutCalibration(layers, weights, calibration)
  const plan = planned('anew')
  const begun = await trainStrokeNetwork({ ...plan, epochs: 3 }, silent)
  const fewer = { ...examples, others: examples.others.slice(0, 0) }
  const anew = await trainStrokeNetwork({ ...plan, epochs: 0, from: bare(begun), heldOut: fewer }, silent)
  expect(anew.calibration).not.toEqual(begun.calibration)
  expect([...bare(anew)]).toEqual([...bare(begun)].map((weight) => expect.closeTo(weight, 4)))
})

test('stroke network: teachers who say what the labels say change nothing: that a digit is half any digit, they have learnt themselves', () => {
  const smoothed = (share: number) => share * 0.99 + 0.01 / 11
  const saidOf = (truth: number) =>
    Array.from({ length: 11 }, (_, label) => {
      const same = smoothed(label === truth ? 1 : 0)
      return label === notADigit ? same : 0.5 * same + 0.05 * (1 - smoothed(0))
    })
  const batch = everyPath({ digits: examples.digits, believed: [] })
  const parameters = initialParameters(strokeArchitecture, new Chance(1))
  const alone = gradientsOf(strokeArchitecture, parameters, batch)
  const said = Float32Array.from([...batch.labels].flatMap(saidOf))
  const taught = gradientsOf(strokeArchitecture, parameters, batch, said)
  expect(taught.loss).toBeCloseTo(alone.loss, 5)
})

test('stroke network: a run that is killed goes on from its last checkpoint, to the same weights; a finished one is kept', async () => {
  const whole = await trainStrokeNetwork({ ...planned('whole'), keepEveryMs: 0 }, silent)
  const killed = { ...planned('killed'), keepEveryMs: 0 }
  const epochs: number[] = []
  const dying = {
    epoch(epoch: number) {
      epochs.push(epoch)
      if (epoch === 4) throw new Error('killed')
    },
  }
  await expect(trainStrokeNetwork(killed, dying)).rejects.toThrow('killed')
  const resumed: number[] = []
  const again = await trainStrokeNetwork(killed, { epoch: (epoch) => void resumed.push(epoch) })
  expect(epochs).toEqual([1, 2, 3, 4])
  expect(resumed).toEqual([4, 5, 6])
  expect(again).toEqual(whole)
  expect(await trainStrokeNetwork(killed, { epoch: () => expect.fail('it had ended') })).toEqual(whole)
})

test('[F20] stroke mixture: players’ drawings are an eighth of a batch, and pictures, of which nobody knows the way, none of it', () => {
  const player = { label: 4, contributor: 'ada', strokes: seven }
  const picture = { label: 5, contributor: null, raster: new Uint8Array(784) }
  const drawn = thinExamples({ ...examples, players: groupPlayers([player, picture]) })
  const { labels } = drawPaths({ ...drawn, believed: [] }, 64, new Chance(1))
  expect([...labels].filter((label) => label === 4)).toHaveLength(8)
  expect([...labels]).not.toContain(5)
})

test('stroke mixture: the same chance draws the same batch, with labels as they are and paths as the judge sees them', () => {
  const mixed = { ...examples, believed: examples.others }
  const batch = drawPaths(mixed, 200, new Chance(3))
  expect(drawPaths(mixed, 200, new Chance(3))).toEqual(batch)
  expect([...new Set(batch.labels)].sort((a, b) => a - b)).toEqual([1, 7, notADigit])
  expect(batch.paths).toHaveLength(200 * pathPoints * pathChannels)
  const { paths, labels } = everyPath(mixed)
  expect([...labels]).toEqual([1, 7, notADigit])
  expect(paths.subarray(0, pathPoints * pathChannels)).toEqual(penPathOf(one))
})

test('stroke mixture: gathered is what the network of pictures takes for another digit than it is at a lift, and no line downwards', () => {
  const rising = line([0, 0.5], [0, -0.5])
  const bars = [-0.5, -0.25, 0, 0.25, 0.5]
  const across = bars.map((y) => line([-0.5, y], [0.5, y]))
  const grid: Strokes = [rising, ...across, bars.flatMap((x) => line([x, -0.5], [x, 0.5]))]
  const four: Strokes = [line([-0.1, -0.5], [-0.4, 0.1], [0.4, 0.1]), ...one]
  const drawn = {
    digits: [{ label: 4, strokes: four }],
    others: [grid, one].map((strokes) => ({ label: notADigit, strokes })),
  }
  const believed = gatherBelieved(drawn, pictures, new Chance(1))
  expect(gatherBelieved(drawn, pictures, new Chance(1))).toEqual(believed)
  expect(believed).toContainEqual({ label: notADigit, strokes: [rising] })
  expect(believed).not.toContainEqual({ label: notADigit, strokes: grid })
  // Whoever draws this was perhaps asked for a 1.
  expect(believed).not.toContainEqual({ label: notADigit, strokes: one })
  const rasters = Buffer.concat(believed.map(({ strokes }) => rasterise(strokes) ?? new Uint8Array()))
  const answers = answersOf(pictures.layers, pictures.weights, rasters)
  for (const [index, { label }] of believed.entries()) {
    const digits = [...(answers[index] ?? [])].slice(0, notADigit)
    expect(Math.max(...digits)).toBeGreaterThan(0.25)
    expect(digits.indexOf(Math.max(...digits))).not.toBe(label)
  }
})

test('stroke variation: as much as was asked for is there, strokes come in any order and direction, and thinning keeps the ends', () => {
  const total = cross.flat().length
  expect(prefixOf(cross, 0.75).flat()).toEqual(cross.flat().slice(0, Math.ceil(total * 0.75)))
  expect(prefixOf(cross, 0)).toEqual([cross[0]?.slice(0, 1)])
  const chance = new Chance(5)
  const anyWay = { warp: 0.75, reversed: 0.05, reordered: 0.12, broken: 0, stray: 0, unfinished: 0 }
  const begins = Array.from({ length: 2_000 }, () => varyStrokes(cross, anyWay, chance)[0]?.[0])
  const corners = new Set(begins.map((place) => `${(place?.x ?? 0) > 0} ${(place?.y ?? 0) > 0}`))
  expect(corners.size).toBe(4)
  const begun = { warp: 0, reversed: 0, reordered: 0, broken: 1, stray: 0, unfinished: 0 }
  const touches = Array.from({ length: 50 }, () => varyStrokes(one, begun, chance))
  expect(touches.every((strokes) => strokes.length === 2 && strokes.every(({ length }) => length > 0))).toBe(
    true,
  )
  const stray = varyStrokes(one, { ...begun, broken: 0, stray: 1 }, chance)
  expect(stray).toHaveLength(2)
  expect(Math.hypot(...['x', 'y'].map((axis) => reach(stray[0] ?? [], axis as 'x' | 'y')))).toBeLessThan(0.5)
  const dense = [Array.from({ length: 400 }, (_, step) => ({ x: step / 400, y: 0 }))]
  const [thinned = []] = thinStrokes(dense)
  expect(thinned.length).toBeLessThan(60)
  expect([thinned[0], thinned.at(-1)]).toEqual([dense[0]?.[0], dense[0]?.at(-1)])
})
