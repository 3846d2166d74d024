import { expect, test } from 'vitest'
import { legible } from './card-parts'

test.each([
  ['Ada wins', 'Ada wins'],
  ['Žofie & Łukasz’s “game” · 3', 'Žofie & Łukasz’s “game” · 3'],
  ['Ann 🎉 wins', 'Ann wins'],
  ['ليلى', ''],
])('card: of %j it shows %j', (text, shown) => {
  expect(legible(text)).toBe(shown)
})
