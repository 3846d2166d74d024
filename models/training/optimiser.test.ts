import { expect, test } from 'vitest'
import { Optimiser } from './optimiser'

const settings = { rate: 0.05, decay: 0, averageDecay: 0.9 }

test('the bottom of a bowl is found, and the average follows there', () => {
  const place = Float32Array.of(3, -2)
  const optimiser = new Optimiser([place])
  for (let step = 0; step < 600; step++) optimiser.update([place.map((value) => 2 * value)], settings)
  for (const values of [place, optimiser.average[0]]) {
    expect(Math.abs(values?.[0] ?? NaN)).toBeLessThan(0.05)
    expect(Math.abs(values?.[1] ?? NaN)).toBeLessThan(0.05)
  }
})

test('decay shrinks filters and spares scales, shifts and biases', () => {
  const filter = new Float32Array(600).fill(1)
  const bias = new Float32Array(11).fill(1)
  const still = [new Float32Array(600), new Float32Array(11)]
  new Optimiser([filter, bias]).update(still, { ...settings, decay: 0.1 })
  expect(filter[0]).toBeCloseTo(0.995)
  expect(bias[0]).toBe(1)
})
