import { match } from '@formatjs/intl-localematcher'
import Negotiator from 'negotiator'
import { type Locale, locales, parseLocale } from './locales'

/** More languages than anybody lists; what comes after them is not looked at. */
const mostLanguages = 10

/**
 * The nearest language there are messages for: by its q-values what a browser prefers, whatever its country, or one that its
 * readers commonly read too (Swiss German: German); else the first.
 * @param chosen what the player once chose, before everything else
 * @param accepted an Accept-Language header
 */
export function chooseLocale(chosen: string | undefined, accepted: string): Locale {
  const preferred = new Negotiator({ headers: { 'accept-language': accepted } }).languages()
  const nearest = match(preferred.filter(isLanguageTag).slice(0, mostLanguages), locales, locales[0])
  return parseLocale(chosen) ?? parseLocale(nearest) ?? locales[0]
}

/** The matcher throws at what is no language tag; `*` asks for nothing in particular. */
function isLanguageTag(text: string): boolean {
  try {
    return text !== '*' && Intl.getCanonicalLocales(text).length > 0
  } catch {
    return false
  }
}
