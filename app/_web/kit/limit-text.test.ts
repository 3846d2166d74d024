import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { limitText } from './limit-text'

const family = '👨‍👩‍👧‍👦'
const flag = '🇩🇪'
const accented = 'e\u0301\u0323'
const keycap = '1️⃣'
const waving = '👋🏽'
const pointsIn = (text: string) => [...text].length

test('limit: what is short enough stays, and what is too long ends with a whole letter', () => {
  expect(limitText('', 'Ada', 3)).toBe('Ada')
  expect(limitText('', 'Grace', 3)).toBe('Gra')
  for (const letter of [family, flag, accented, keycap, waving]) {
    expect(limitText('', `ab${letter}`, 2 + pointsIn(letter))).toBe(`ab${letter}`)
    for (let most = 2; most < 2 + pointsIn(letter); most++)
      expect(limitText('', `ab${letter}`, most)).toBe('ab')
  }
})

test('limit: what is typed in the middle gives way, not what stood there before', () => {
  expect(limitText('abcd', 'abXcd', 4, 3)).toBe('abcd')
  expect(limitText('abcd', 'abXYZcd', 5, 5)).toBe('abXcd')
  expect(limitText('abcd', `ab${flag}Xcd`, 6, `ab${flag}X`.length)).toBe(`ab${flag}cd`)
  expect(limitText('abcd', `ab${flag}${flag}cd`, 7, `ab${flag}${flag}`.length)).toBe(`ab${flag}cd`)
  for (const caret of [1, 3, 5]) expect(limitText('aaaa', 'aaaaa', 4, caret)).toBe('aaaa')
})

test('limit: what takes the place of another text has nothing of it, though both end alike', () => {
  expect(limitText('Gentle Moose', 'EveEveEve', 4)).toBe('EveE')
  expect(limitText('Gentle Moose', 'GentEveEve', 5)).toBe('GentE')
})

test('limit: an accent for which there is no place leaves its letter as it was', () => {
  expect(limitText('abce', 'abce\u0301', 4)).toBe('abce')
  expect(limitText('👨', '👨\u200d👩', 2)).toBe('👨')
})

test('limit: whatever is typed, it fits, nothing that was there is lost, and every letter is a whole one', () => {
  const whole = ['a', 'W', ' ', 'ب', '漢', family, flag, accented, keycap, waving]
  const text = fc.array(fc.constantFrom(...whole), { maxLength: 12 })
  fc.assert(
    fc.property(text, text, text, fc.nat(24), (start, added, end, room) => {
      const before = [...start, ...end].join('')
      const upToCaret = [...start, ...added].join('')
      const typed = upToCaret + end.join('')
      const limited = limitText(before, typed, pointsIn(before) + room, upToCaret.length)
      expect(pointsIn(limited)).toBeLessThanOrEqual(pointsIn(before) + room)
      expect(limited.length).toBeGreaterThanOrEqual(before.length)
      const letters = [...new Intl.Segmenter().segment(limited)].map(({ segment }) => segment)
      expect(letters.filter((letter) => !whole.includes(letter))).toEqual([])
    }),
  )
})

test('limit: a browser that does not know letters cuts between code points', async () => {
  vi.stubGlobal('Intl', { ...Intl, Segmenter: undefined })
  delete (Intl as { Segmenter?: unknown }).Segmenter
  vi.resetModules()
  const { limitText } = await import('./limit-text')
  expect([
    limitText('', 'Grace', 3),
    limitText('', `ab${waving}`, 3),
    limitText('abcd', 'abXcd', 4, 3),
  ]).toEqual(['Gra', 'ab👋', 'abcd'])
  vi.unstubAllGlobals()
})
