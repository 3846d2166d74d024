import { expect, test } from 'vitest'
import type { Judge } from '#models/judge'
import { createPractice } from './practice-store'

const sureOfSeven: Judge = {
  version: 'digits-v1',
  engine: 'wasm',
  classify: (rasters) =>
    Array.from({ length: rasters.length / 784 }, () => {
      const thousandths = [0, 0, 0, 0, 0, 0, 0, 990, 0, 0, 10]
      return { probabilities: Float32Array.from(thousandths, (value) => value / 1000), thousandths }
    }),
  dispose() {},
}

test('practice: a drawing is shown as the network gets it, with its answer; a cleared page has neither', () => {
  const { store, draw, guess } = createPractice()
  draw([
    {
      kind: 'draw',
      atMs: 0,
      points: [
        { x: 200, y: 200, t: 0 },
        { x: 800, y: 200, t: 90 },
      ],
    },
  ])
  guess(sureOfSeven)
  expect(store.getState().seen).toBe(store.getState().strokeState)
  expect(store.getState().guess).toMatchObject({ opCount: 1, thousandths: { 7: 990 } })

  draw([{ kind: 'clear', atMs: 0 }])
  guess(sureOfSeven)
  expect(store.getState()).toMatchObject({ seen: { strokes: [] }, guess: null })
})
