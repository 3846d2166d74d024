import { expect, test } from 'vitest'
import { playerName } from '#game/protocol/scalars'
import { isDecentName, ownName, suggestName } from './names'

test('a suggested name is one that could be typed', () => {
  const names = Array.from({ length: 200 }, suggestName)
  for (const name of names) expect(playerName.parse(name)).toBe(name)
  expect(new Set(names).size).toBeGreaterThan(100)
})

test('names are filtered, also when letters are dressed up, and decent ones that only look alike pass', () => {
  for (const name of ['fuck', 'fûck', 'FuCk you', 'ƒuuuck']) expect(isDecentName(name)).toBe(false)
  for (const name of ['Ada', 'Scunthorpe', 'عائشة', 'Dick Tracy the 2nd'.slice(5)])
    expect(isDecentName(name)).toBe(true)
})

test('a stored name that is longer than a name may be loses the number that told it apart, and no other does', () => {
  expect(ownName('Twenty letters long. 2')).toBe('Twenty letters long.')
  expect(ownName('Agent 47')).toBe('Agent 47')
})
