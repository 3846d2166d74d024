import type { useFormatter, useTranslations } from 'next-intl'
import type { Sum } from '#game/protocol/scalars'
import type { RoomEvent } from '../room-client/room-events'
import { winnersTitle } from './winners-title'

type Translations = {
  readonly t: ReturnType<typeof useTranslations<'room.announce'>>
  readonly room: ReturnType<typeof useTranslations<'room'>>
  readonly spoken: (sum: Sum) => string
  readonly titles: ReturnType<typeof useTranslations<'room.finished'>>
  readonly format: Pick<ReturnType<typeof useFormatter>, 'number'>
  /** ms since the epoch, by the server's clock: whoever comes in mid-round is told what is left. */
  readonly now: number
}

/** @returns what a screen reader is to say of an event; null where others see nothing worth saying */
export function announcementOf(
  event: RoomEvent,
  { t, room, spoken, titles, format, now }: Translations,
): string | null {
  switch (event.type) {
    case 'prompt:shown': {
      const seconds = event.endsAt === null ? null : Math.max(0, Math.round((event.endsAt - now) / 1000))
      if (event.sum) {
        const sum = spoken(event.sum)
        return seconds === null ? t('sumUntimed', { sum }) : t('sum', { sum, seconds })
      }
      const digit = String(event.prompt)
      if (event.isSecret) return t('secret', { digit, seconds: seconds ?? 0 })
      return seconds === null ? t('promptUntimed', { digit }) : t('prompt', { digit, seconds })
    }
    case 'drawing:locked': {
      const seconds = format.number(event.atMs / 1000, { maximumFractionDigits: 1 })
      const locked = t('locked', { seconds, points: event.points })
      return event.row > 1 ? `${locked} ${t('row', { count: event.row })}` : locked
    }
    case 'rival:locked':
      return event.isSaid ? t('rivalLocked', { name: event.name }) : null
    case 'pen:received':
      return t('penIsYours')
    case 'drawing:wrong-locked':
      return t('wrongLock')
    case 'drawing:unlike':
      return t('unlike', { digit: String(event.prompt) })
    case 'phase:began':
      if (event.phase === 'voting') return t('vote')
      if (event.phase === 'countdown') {
        const { modifier } = event
        if (!modifier) return t('getReady')
        const twist = { name: room(`modifiers.${modifier}`), hint: room(`modifierHints.${modifier}`) }
        return `${t('getReady')} ${t('modifier', twist)}`
      }
      return event.phase === 'judging' ? t('judging') : null
    case 'round:revealed':
      return event.isFooled
        ? `${t('fooled')} ${t('points', { points: event.points })}`
        : t('points', { points: event.points })
    case 'game:finished':
      return t('finished', { title: winnersTitle(titles, event.standings) })
    default:
      return null
  }
}
