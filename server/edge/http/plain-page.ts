import type { IncomingHttpHeaders } from 'node:http'
import { parseCookie } from 'cookie'
import { chooseLocale, directionOf, type Locale, localeCookie } from '../../../app/_web/kit/i18n/locales'
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
 * What somebody reads who has come by an address that is not ours: where to go instead. Nothing of the request is in it, for it
 * may be shown under another site's name.
 * @param accepted their Accept-Language
 */
export function wrongAddressPage(playersUrl: string, accepted: string, hasPublicUrl: boolean): string {
  const advice =
    '<p><small>If this is your server and the address in your browser is right, set PUBLIC_URL to it.</small></p>'
  return plainPage(
    chooseLocale(undefined, accepted),
    ({ address }) => `<p>${address} <a href="${playersUrl}" dir="ltr">${playersUrl}</a></p>
${hasPublicUrl ? '' : advice}`,
  )
}

/** What somebody reads from whose network too much was asked, and how long to wait. In the language they once chose. */
export function tooManyPage({ cookie = '', 'accept-language': accepted = '' }: IncomingHttpHeaders): string {
  const locale = chooseLocale(parseCookie(cookie)[localeCookie], accepted)
  return plainPage(locale, ({ tooMany }) => `<p>${tooMany}</p>`)
}

/** A page that costs nothing: without a script, a style sheet or a file. */
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
