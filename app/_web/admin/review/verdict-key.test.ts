import { expect, test } from 'vitest'
import { readKey } from './verdict-key'

test('review keys: one key is one verdict: the digit itself, X for none, Space for the likeliest answer', () => {
  expect(['0', '9', 'x', 'X', ' '].map((key) => readKey(key, 4))).toEqual(
    [0, 9, 10, 10, 4].map((verdict) => ({ verdict })),
  )
})

test('review keys: Z takes back, and every other key is left to the browser', () => {
  expect(readKey('z', 4)).toBe('undo')
  expect(['Tab', 'Enter', 'F5', 'a', '10'].map((key) => readKey(key, 4))).toEqual([
    null,
    null,
    null,
    null,
    null,
  ])
})
