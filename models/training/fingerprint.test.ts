import { expect, test } from 'vitest'
import { rasterSize } from '#game/drawing/rasterise'
import type { Layer } from '#models/model-schema'
import { fingerprint } from './fingerprint'
import { groupPlayers } from './players'

const layers: Layer[] = [{ kind: 'dense', filter: [784, 11] }]
const picture = (label: number) => ({ label, raster: new Uint8Array(rasterSize * rasterSize).fill(label) })
const examples = (label: number) => ({ pictures: [picture(label)], digits: [], others: [] })
const players = (label: number) => groupPlayers([{ ...picture(label), contributor: 'Ada' }])
const run = {
  ...{
    training: { ...examples(1), players: players(3) },
    heldOut: examples(2),
    epochs: 28,
    seed: 1,
    warp: 1,
    layers,
  },
  ...{ from: Float32Array.of(1, 2), teachers: ['digits-v1'] },
}

test('a run goes on where it stopped when nothing about it is different', () => {
  expect(
    fingerprint({ ...run, training: { ...examples(1), players: players(3) }, from: Float32Array.of(1, 2) }),
  ).toBe(fingerprint(run))
})

test.each([
  ['other data', { training: examples(3) }],
  ['other drawings of players', { training: { ...examples(1), players: players(4) } }],
  ['other data held out', { heldOut: examples(3) }],
  ['another champion to start from', { from: Float32Array.of(1, 3) }],
  ['no champion to start from', { from: null }],
  ['more epochs', { epochs: 29 }],
  ['another seed', { seed: 2 }],
  ['calmer warps', { warp: 0.5 }],
  ['other layers', { layers: [...layers, ...layers] }],
  ['another teacher', { teachers: ['digits-v2'] }],
])('a run with %s is another one', (_, change) => {
  expect(fingerprint({ ...run, ...change })).not.toBe(fingerprint(run))
})
