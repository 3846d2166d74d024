import { expect, test } from 'vitest'
import { playerName } from '#game/protocol/scalars'
import { locales } from '../../app/_web/kit/i18n/locales'
import { isNameForStrangers } from './names'
import { maxSuggestedLength, neutralName, suggestedNames, suggestName } from './suggested-names'

test.each(locales)(
  'suggested names in %s: many, each once, short, fit for strangers, in its script',
  (language) => {
    const names = suggestedNames(language)
    expect(names.length).toBeGreaterThanOrEqual(600)
    expect(new Set(names).size).toBe(names.length)
    const script =
      language === 'ar'
        ? /^\p{Script=Arabic}+ \p{Script=Arabic}+$/u
        : /^\p{Script=Latin}+ \p{Script=Latin}+$/u
    for (const name of names) {
      expect(playerName.parse(name)).toBe(name)
      expect(name).toMatch(script)
      expect(name.length).toBeLessThanOrEqual(maxSuggestedLength)
    }
    expect(names.filter((name) => !isNameForStrangers(name))).toEqual([])
  },
)

test('suggested names: each differs from the last, and a neutral name stays with its player', () => {
  expect(new Set(Array.from({ length: 50 }, () => suggestName('de'))).size).toBeGreaterThan(25)
  const id = '5f0c1d2e-0000-4000-8000-000000000000'
  expect(suggestedNames('en')).toContain(neutralName(id))
  expect(neutralName(id)).toBe(neutralName(id))
})
