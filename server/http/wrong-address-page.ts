import { chooseLocale, directionOf, type Locale } from '../../app/i18n/locales'
import ar from '../../app/messages/ar/common.json' with { type: 'json' }
import de from '../../app/messages/de/common.json' with { type: 'json' }
import en from '../../app/messages/en/common.json' with { type: 'json' }
import es from '../../app/messages/es/common.json' with { type: 'json' }
import fr from '../../app/messages/fr/common.json' with { type: 'json' }

const sentences: Record<Locale, string> = {
  en: en.error.address,
  de: de.error.address,
  es: es.error.address,
  fr: fr.error.address,
  ar: ar.error.address,
}

/**
 * What somebody reads who has come by an address that is not ours: where to go instead. Nothing of the request is in it, and no
 * script, for it may be shown under another site's name.
 * @param accepted their Accept-Language
 */
export function wrongAddressPage(playersUrl: string, accepted: string, hasPublicUrl: boolean): string {
  const locale = chooseLocale(undefined, accepted)
  const advice =
    '<p><small>If this is your server and the address in your browser is right, set PUBLIC_URL to it.</small></p>'
  return `<!doctype html>
<html lang="${locale}" dir="${directionOf(locale)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Digit Dash</title>
<body style="font: 1.25rem/1.5 system-ui, sans-serif; margin: 2rem">
<p>${sentences[locale]} <a href="${playersUrl}" dir="ltr">${playersUrl}</a></p>
${hasPublicUrl ? '' : advice}
`
}
