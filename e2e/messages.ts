import { readFileSync } from 'node:fs'
import type { Locale } from '../app/_web/kit/i18n/locales'
import type { MessageFile } from '../app/_web/kit/i18n/message-files'
import type common from '../app/_web/kit/i18n/messages/en/common.json'
import type home from '../app/_web/kit/i18n/messages/en/home.json'
import type profile from '../app/_web/kit/i18n/messages/en/profile.json'
import type refusal from '../app/_web/kit/i18n/messages/en/refusal.json'
import type replay from '../app/_web/kit/i18n/messages/en/replay.json'
import type room from '../app/_web/kit/i18n/messages/en/room.json'

type Files = {
  common: typeof common
  home: typeof home
  profile: typeof profile
  refusal: typeof refusal
  replay: typeof replay
  room: typeof room
}

/** What the screens say in a language, for those who read them in it. */
export function messagesOf<Name extends keyof Files & MessageFile>(locale: Locale, name: Name): Files[Name] {
  const file = new URL(`../app/_web/kit/i18n/messages/${locale}/${name}.json`, import.meta.url)
  return JSON.parse(readFileSync(file, 'utf8'))
}
