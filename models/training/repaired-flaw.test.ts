import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as tf from '@tensorflow/tfjs-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { rasterise } from '#game/drawing/rasterise'
import { shareOf } from '#models/evaluation/statistics'
import { labels } from '#models/labels'
import { registerWasmBackend } from '#models/wasm-in-node'
import { withoutCalibration } from './fold'
import { answersOf } from './publish'
import { registerGradients } from './register-gradients'
import { loadSamples, summariseSamples } from './samples'
import { writeSamples } from './testing/export-folder'
import { barredSeven, contributorsOf, drawnBy, otherSigns, plainDigits, type Style } from './testing/hands'
import { planOf, silent, smallLayers } from './testing/small-training'
import { trainNetwork } from './train-network'
import { type Examples, joinExamples, type LabelledStrokes } from './training-set'
import { registerWasmGradients } from './wasm-gradients'
import { workInThisThread } from './workers'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'repaired-'))
  registerWasmBackend()
  await tf.setBackend('wasm')
  registerGradients()
  registerWasmGradients()
})
afterAll(() => rm(folder, { recursive: true }))

/** By hands of which no other group has one. */
const drawnByHands = (from: number, count: number, styles: readonly Style[]): LabelledStrokes[] =>
  Array.from({ length: count }, (_, hand) => styles.map((style) => drawnBy(from + hand, style))).flat()

/** What the public sets are to the real network: nobody in them writes a seven with a bar. */
function publicSet(from: number, hands: number): Examples {
  const digits = drawnByHands(from, hands, plainDigits)
  const pictures = drawnByHands(from + hands, hands, plainDigits).map(({ label, strokes }) => ({
    label,
    raster: rasterise(strokes) ?? new Uint8Array(),
  }))
  return { pictures, digits, others: drawnByHands(from, hands, otherSigns) }
}

function recallOf(weights: Float32Array, drawings: readonly LabelledStrokes[]): number {
  const rasters = drawings.map(({ strokes }) => rasterise(strokes) ?? new Uint8Array())
  const answers = answersOf(smallLayers, weights, Buffer.concat(rasters))
  return shareOf(
    answers.map((answer, index) => ({ answer, label: drawings[index]?.label })),
    ({ answer, label }) => answer.indexOf(Math.max(...answer)) === label,
  )
}

test('[F25] a planted flaw is repaired: 120 reviewed sevens with a bar raise their recall on other contributors, and cost the rest nothing', async () => {
  const [training, heldOut] = [publicSet(0, 16), publicSet(100, 6)]
  const checkpoints = join(folder, 'checkpoints')
  const before = await trainNetwork(
    planOf({ training, heldOut, epochs: 24, checkpoints }),
    workInThisThread(smallLayers),
    silent,
  )

  // What play collects of the flaw, and people have reviewed: five each of 24 contributors, and of six whose drawings are gold.
  const lenders = [...contributorsOf(24, false), ...contributorsOf(6, true)]
  const lines = lenders.flatMap((writer, hand) =>
    Array.from({ length: 5 }, (_, nth) => ({
      ...{ writer, label: labels[7] },
      strokes: drawnBy(200 + hand, barredSeven, nth).strokes.map((stroke) =>
        stroke.map(({ x, y }) => [x, y]),
      ),
    })),
  )
  const exported = await writeSamples(join(folder, 'barred'), lines)
  const samples = await loadSamples(exported)
  expect(summariseSamples([exported], [samples]).players).toEqual({
    samples: 120,
    contributors: 24,
    gold: 30,
  })
  const after = await trainNetwork(
    planOf({
      ...{ training: joinExamples([training, samples.examples]), heldOut, epochs: 16, checkpoints },
      from: withoutCalibration(smallLayers, before.weights, before.calibration),
    }),
    workInThisThread(smallLayers),
    silent,
  )

  const barred = drawnByHands(300, 100, [barredSeven])
  const plain = drawnByHands(400, 30, plainDigits)
  const others = drawnByHands(400, 30, otherSigns)
  const measured = [barred, plain, others].map((drawings) =>
    [before, after].map(({ weights }) => recallOf(weights, drawings)),
  ) as [[number, number], [number, number], [number, number]]
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`
  for (const [index, name] of ['sevens with a bar', 'all digits without', 'other signs'].entries())
    console.log(
      `planted flaw: ${name}, by other hands: ${measured[index]?.map(percent).join(' before, ')} after`,
    )
  const [ofBarred, ofPlain, ofOthers] = measured
  expect(ofBarred[0]).toBeLessThan(0.5)
  expect(ofBarred[1] - ofBarred[0]).toBeGreaterThan(0.3)
  expect(ofPlain[1]).toBeGreaterThan(ofPlain[0] - 0.02)
  expect(ofOthers[1]).toBeGreaterThan(ofOthers[0] - 0.05)
})
