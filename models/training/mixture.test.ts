import { describe, expect, test } from 'vitest'
import { notADigit } from '#game/protocol/constants'
import { Chance } from './chance'
import { drawBatch, everyExample } from './mixture'
import { groupPlayers, type PlayerSample, pickPlayer } from './players'
import type { Examples } from './training-set'

const strokes = [
  [
    { x: -0.3, y: -0.5 },
    { x: 0.3, y: 0 },
    { x: -0.3, y: 0.5 },
  ],
]
/** Each kind has a label of its own, so that a batch tells where its examples come from. */
const examples: Examples = {
  pictures: [{ label: 1, raster: new Uint8Array(784).fill(9) }],
  digits: [{ label: 2, strokes }],
  others: [{ label: 3, strokes }],
}

test('mixture: pictures, digits, others and nonsense have their shares of a batch', () => {
  const size = 4_000
  const { labels, rasters } = drawBatch(examples, size, new Chance(1))
  const shareOf = (label: number) => labels.filter((each) => each === label).length / size
  // Four deviations of a share are at most this much.
  const chance = 4 * Math.sqrt(0.25 / size)
  for (const [label, share] of [
    [1, 0.46],
    [2, 0.35],
    [3, 0.12],
    [notADigit, 0.07],
  ] as const) {
    expect(Math.abs(shareOf(label) - share), `label ${label}`).toBeLessThan(chance)
  }
  expect(rasters).toHaveLength(size * 784)
})

test('mixture: the same chance draws the same batch, and another one another', () => {
  expect(drawBatch(examples, 20, new Chance(7))).toEqual(drawBatch(examples, 20, new Chance(7)))
  expect(drawBatch(examples, 20, new Chance(8))).not.toEqual(drawBatch(examples, 20, new Chance(7)))
})

test('mixture: every example once is each of them, unchanged and with its label', () => {
  const { labels, rasters } = everyExample(examples)
  expect([...labels]).toEqual([1, 2, 3])
  expect(rasters.subarray(0, 784)).toEqual(examples.pictures[0]?.raster)
  expect(rasters.subarray(784, 2 * 784)).toEqual(rasters.subarray(2 * 784))
  expect(rasters.subarray(784, 2 * 784).some((level) => level > 0)).toBe(true)
})

describe('[F20] mixture: players’ drawings', () => {
  /** Their labels are those of none of the other examples. */
  const by = (contributor: string, label: number, count: number): PlayerSample[] =>
    Array.from({ length: count }, () => ({ label, strokes, contributor }))
  const size = 64
  const labelsOf = (samples: readonly PlayerSample[], seed: number) => [
    ...drawBatch({ ...examples, players: groupPlayers(samples) }, size, new Chance(seed)).labels,
  ]

  test('are an eighth of each batch, be they few or many', () => {
    for (const samples of [by('Ada', 7, 1), by('Ada', 7, 900)])
      for (let seed = 0; seed < 8; seed++)
        expect(labelsOf(samples, seed).filter((label) => label === 7)).toHaveLength(size / 8)
  })

  test('come with each label as often as any other, "not a digit" like a digit', () => {
    const samples = [...by('Ada', 4, 500), ...by('Ada', 7, 1), ...by('Ada', notADigit, 5)]
    const groups = groupPlayers(samples)
    const chance = new Chance(1)
    const drawn = Array.from({ length: 3_000 }, () => pickPlayer(groups, chance).label)
    for (const label of [4, 7, notADigit]) {
      const share = drawn.filter((each) => each === label).length / drawn.length
      expect(Math.abs(share - 1 / 3), `label ${label}`).toBeLessThan(4 * Math.sqrt(0.25 / drawn.length))
    }
  })

  test('come of a contributor who gave a thousand as often as of one who gave two', () => {
    const groups = groupPlayers([...by('sender', 7, 1_000), ...by('Ada', 7, 2), ...by('Grace', 7, 3)])
    const chance = new Chance(1)
    const picked = Array.from({ length: 3_000 }, () => pickPlayer(groups, chance).contributor)
    for (const name of ['sender', 'Ada', 'Grace'])
      expect(Math.abs(picked.filter((each) => each === name).length / 3_000 - 1 / 3)).toBeLessThan(0.04)
  })

  test('that are only pictures are varied like pictures, and a batch without any is what it was before', () => {
    const raster = new Uint8Array(784).fill(200)
    const players = groupPlayers([{ label: 7, raster, contributor: null }])
    const batch = drawBatch({ ...examples, players }, size, new Chance(3))
    expect([...batch.labels.subarray(0, 9)].filter((label) => label === 7)).toHaveLength(8)
    expect(batch.rasters.subarray(0, 784).some((level) => level > 0)).toBe(true)
    const none = { ...examples, players: groupPlayers([]) }
    expect(drawBatch(none, size, new Chance(3))).toEqual(drawBatch(examples, size, new Chance(3)))
  })
})
