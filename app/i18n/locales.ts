/** The languages there are messages for, the first being the one for everybody else. */
export const locales = ['en'] as const
export type Locale = (typeof locales)[number]

export const localeCookie = 'locale'

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur'])

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

/**
 * @param chosen what the player once chose
 * @param accepted an Accept-Language header, best first in nearly every browser
 */
export function chooseLocale(chosen: string | undefined, accepted: string): Locale {
  const wishes = accepted.split(',').map((wish) => wish.split(';')[0]?.trim().split('-')[0])
  return (
    [chosen, ...wishes].flatMap((wish) => locales.find((locale) => locale === wish) ?? [])[0] ?? locales[0]
  )
}
