import { expect, test } from 'vitest'
import { coverPairs } from './covering'

const choices = { size: [1, 2, 3], screen: ['tall', 'wide'], theme: ['light', 'dark'] } as const

test('covering: each value meets each value of every other choice, in fewer rows than all there are', () => {
  const rows = coverPairs(choices)
  for (const size of choices.size)
    for (const theme of choices.theme)
      expect(rows.some((row) => row.size === size && row.theme === theme)).toBe(true)
  expect(rows.length).toBeLessThan(3 * 2 * 2)
})

test('covering: a value that goes with none of another choice is in no row, and no row lacks a choice', () => {
  const rows = coverPairs(choices, ({ size, theme }) => size !== 3 || theme === undefined)
  expect(rows.some(({ size }) => size === 3)).toBe(false)
  for (const row of rows)
    expect([row.size, row.screen, row.theme]).toEqual([
      expect.any(Number),
      expect.any(String),
      expect.any(String),
    ])
})

test('covering: what cannot be is in no row', () => {
  const rows = coverPairs(choices, ({ size, screen }) => !(size === 3 && screen === 'tall'))
  expect(rows.some(({ size }) => size === 3)).toBe(true)
  expect(rows.some(({ size, screen }) => size === 3 && screen === 'tall')).toBe(false)
})
