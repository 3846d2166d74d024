import { expect, test } from 'vitest'
import { rasterise } from '#game/drawing/rasterise'
import { loadJudge } from '#models/judge'
import { findChampionFolder, readModelFolder } from '#models/model-folder'
import { networksOf } from '#models/training/publish'
import { handwrite } from '../../e2e/handwriting'
import { runPlainly } from './plain-network'

test('plain network: it gives the judge’s answer for every digit', async () => {
  const files = await readModelFolder(await findChampionFolder())
  const judge = await loadJudge(files)
  const { layers, weights } = networksOf(files)
  for (let digit = 0; digit < 10; digit++) {
    const raster = rasterise(handwrite(digit, digit)) ?? new Uint8Array()
    const [guess] = judge.classify(raster)
    const plain = softmax(runPlainly(layers, weights, raster))
    for (const [label, value] of plain.entries()) expect(guess?.probabilities[label]).toBeCloseTo(value, 3)
  }
})

function softmax(values: Float32Array): number[] {
  const powers = Array.from(values, Math.exp)
  const sum = powers.reduce((total, power) => total + power)
  return powers.map((power) => power / sum)
}
