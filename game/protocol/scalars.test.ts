import fc from 'fast-check'
import { expect, test } from 'vitest'
import { maxNameLength, roomCodeAlphabet } from './constants'
import { defaultRoomSettings, playerName, roomCode, roomSettings } from './scalars'

test('[P3] a code is read whatever case, blanks, dashes and look-alikes it is typed with', () => {
  for (const typed of ['01258', 'oiz5b', ' OL-ZSB ', 'QI2s8', '0 1 2 5 8']) {
    expect(roomCode.parse(typed)).toBe('01258')
  }
  expect(roomCode.parse('ufhkm')).toBe('VFHKM')
})

test('[P3] every code that can be given out is read as itself', () => {
  const code = fc.array(fc.constantFrom(...roomCodeAlphabet), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(code, (letters) => {
      expect(roomCode.parse(letters.join(''))).toBe(letters.join(''))
    }),
  )
})

test.each(['', 'CDFG', 'CDFGHJ', 'CDF!H', '<b>CDF', 'x'.repeat(10_000)])('[P3] %j is no code', (typed) => {
  expect(roomCode.safeParse(typed).success).toBe(false)
})

test.each([
  ['  Ada   Lovelace ', 'Ada Lovelace'],
  ['Ada\u202eecalevoL', 'AdaecalevoL'],
  ['A\u0000d\na', 'Ada'],
  ['<b>Ada</b>', '<b>Ada</b>'],
  ['عائشة', 'عائشة'],
  ['👩‍🚀', '👩‍🚀'],
  ['Ada 👩\u200d', 'Ada 👩'],
  ['\u200d\u0301Ada\u0301', 'Adá'],
  ['🏴󠁧󠁢󠁳󠁣󠁴󠁿 Mary', '🏴󠁧󠁢󠁳󠁣󠁴󠁿 Mary'],
  ['🏴\u{e0067}\u{e0062} Mary', '🏴 Mary'],
  ['\u3164Ada\u2800', 'Ada'],
  [`Z${'\u0351\u036b'.repeat(9)}a`, 'Z\u0351\u036b\u0351\u036ba'],
  ['ကြော်ငြာ', 'ကြော်ငြာ'],
  ['แป้งร่ำ', 'แป้งร่ำ'],
])('[P4] the name %j is stored as %j', (typed, stored) => {
  expect(playerName.parse(typed)).toBe(stored)
})

test.each([
  '',
  '   ',
  '\u202e\u200f',
  '\u200d\u200d',
  '\u3164',
  '\u2800 \u2800',
  '\uffa0\u115f',
  'x'.repeat(maxNameLength + 1),
  'x'.repeat(10_000),
])('[P4] %j is no name', (typed) => {
  expect(playerName.safeParse(typed).success).toBe(false)
})

test.each([
  ['no digits', { digits: [] }],
  ['a digit twice', { digits: [1, 1] }],
  ['an eleventh digit', { digits: [10] }],
  ['rounds without end', { rounds: 11 }],
  ['half a second', { roundSeconds: 0.5 }],
  ['a setting that there is not', { cheat: true }],
])('[P1] settings with %s are refused', (_, change) => {
  expect(roomSettings.safeParse({ ...defaultRoomSettings, ...change }).success).toBe(false)
})
