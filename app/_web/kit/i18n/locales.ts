/** The languages there are messages for, the first being the one for everybody else. */
export const locales = ['en', 'de', 'es', 'fr', 'ar'] as const
export type Locale = (typeof locales)[number]

/** Each language by its own name, for those who read no other. */
export const nativeNames: Record<Locale, string> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  ar: 'العربية',
}

export const localeCookie = 'locale'

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ur'])

export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr'
}

export function parseLocale(text: string | undefined): Locale | undefined {
  return locales.find((locale) => locale === text)
}

/** A language and how it writes numbers, as Intl takes it. */
export type FormatTag = `${Locale}-u-nu-latn`

/** The network reads 0 to 9, so every language writes its numbers so; left alone, browsers differ about Arabic. */
export function formatTagOf(locale: Locale): FormatTag {
  return `${locale}-u-nu-latn`
}

export function languageOf(tag: FormatTag): Locale {
  return parseLocale(tag.split('-')[0]) ?? locales[0]
}
