import type { IncomingHttpHeaders } from 'node:http'
import { parseCookie } from 'cookie'
import { chooseLocale } from '../../../app/_web/kit/i18n/choose-locale'
import { directionOf, type Locale, localeCookie } from '../../../app/_web/kit/i18n/locales'
import ar from '../../../app/_web/kit/i18n/messages/ar/common.json' with { type: 'json' }
import de from '../../../app/_web/kit/i18n/messages/de/common.json' with { type: 'json' }
import en from '../../../app/_web/kit/i18n/messages/en/common.json' with { type: 'json' }
import es from '../../../app/_web/kit/i18n/messages/es/common.json' with { type: 'json' }
import fr from '../../../app/_web/kit/i18n/messages/fr/common.json' with { type: 'json' }

const sentences: Record<Locale, typeof en.error> = {
  en: en.error,
  de: de.error,
  es: es.error,
  fr: fr.error,
  ar: ar.error,
}

/**
 * The page for a request under a foreign Host: where to go instead. It contains nothing of the request, for it may be shown under
 * another site's name.
 * @param accepted their Accept-Language
 */
export function wrongAddressPage(playersUrl: string, accepted: string, hasPublicUrl: boolean): string {
  const hint =
    '<p><small>If this is your server and the address in your browser is right, set PUBLIC_URL to it.</small></p>'
  return plainPage(
    chooseLocale(undefined, accepted),
    ({ address }) => `<p>${address} <a href="${playersUrl}" dir="ltr">${playersUrl}</a></p>
${hasPublicUrl ? '' : hint}`,
  )
}

/** The page for an address over its rate limit: how long to wait, in the language that the visitor has chosen. */
export function tooManyPage(headers: IncomingHttpHeaders): string {
  return plainPage(localeOf(headers), ({ tooMany }) => `<p>${tooMany}</p>`)
}

/** The page for a request that failed before any page could say so. */
export function failedPage(headers: IncomingHttpHeaders): string {
  return plainPage(localeOf(headers), ({ title, text }) => `<h1>${title}</h1>\n<p>${text}</p>`)
}

/** The language that the visitor has chosen, or else that of their browser. */
function localeOf({ cookie = '', 'accept-language': accepted = '' }: IncomingHttpHeaders): Locale {
  return chooseLocale(parseCookie(cookie)[localeCookie], accepted)
}

/** A page without script, style sheet or file, so that it is cheap to send. */
function plainPage(locale: Locale, contentOf: (sentences: typeof en.error) => string): string {
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Digit Dash</title>
<body style="font: 1.25rem/1.5 system-ui, sans-serif; margin: 2rem">
${contentOf(sentences[locale])}
`
}
