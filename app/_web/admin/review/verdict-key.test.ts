import { expect, test } from 'vitest'
import { readKey } from './verdict-key'

const typed = (key: string, code = '') => readKey({ key, code }, 4)

test('review keys: one key is one verdict: the digit itself, X for none, Space for the likeliest answer', () => {
  expect(['0', '9', 'x', 'X', ' '].map((key) => typed(key))).toEqual(
    [0, 9, 10, 10, 4].map((verdict) => ({ verdict })),
  )
})

test('review keys: Z takes back, and every other key is left to the browser', () => {
  expect(typed('z')).toBe('undo')
  expect(['Tab', 'Enter', 'F5', 'a', '10'].map((key) => typed(key))).toEqual([null, null, null, null, null])
})

test('review keys: a keyboard of another script has them at the same places, with digits of its own', () => {
  expect([typed('٧', 'Digit7'), typed('٣', 'Numpad3'), typed('ء', 'KeyX')]).toEqual(
    [7, 3, 10].map((verdict) => ({ verdict })),
  )
  expect(typed('ئ', 'KeyZ')).toBe('undo')
  expect(typed('ش', 'KeyA')).toBeNull()
})

test('review keys: where Latin letters lie elsewhere, what they type counts', () => {
  expect([typed('z', 'KeyY'), typed('y', 'KeyZ'), typed('w', 'KeyZ')]).toEqual(['undo', null, null])
})
