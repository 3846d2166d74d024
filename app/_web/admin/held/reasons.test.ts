import { readFileSync } from 'node:fs'
import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import { holdReasons } from '#game/records/hold-reason'
import { formatTagOf, locales } from '../../kit/i18n/locales'

test.each(locales)(
  '[F5] every reason has a sentence of its own (%s), and copies of what is no longer kept are not counted',
  (locale) => {
    const { held } = JSON.parse(
      readFileSync(new URL(`../../kit/i18n/messages/${locale}/admin.json`, import.meta.url), 'utf8'),
    )
    expect(new Set(holdReasons.map((reason) => held.reasons[reason])).size).toBe(holdReasons.length)
    const t = createTranslator({ locale: formatTagOf(locale), messages: held })
    const zero = new Intl.NumberFormat(formatTagOf(locale)).format(0)
    expect(t('reasons.known-ink', { count: 0 })).not.toContain(zero)
  },
)
