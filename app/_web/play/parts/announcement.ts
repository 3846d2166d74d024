import type { useFormatter, useTranslations } from 'next-intl'
import type { RoomEvent } from '../room-client/room-events'
import { winnersTitle } from './winners-title'

type Translations = {
  readonly t: ReturnType<typeof useTranslations<'room.announce'>>
  readonly titles: ReturnType<typeof useTranslations<'room.finished'>>
  readonly format: Pick<ReturnType<typeof useFormatter>, 'number'>
}

/** @returns what a screen reader is to say of an event; null where others see nothing worth saying */
export function announcementOf(event: RoomEvent, { t, titles, format }: Translations): string | null {
  switch (event.type) {
    case 'prompt:shown': {
      const digit = String(event.prompt)
      if (event.isSecret) return t('secret', { digit, seconds: event.seconds ?? 0 })
      return event.seconds === null
        ? t('promptUntimed', { digit })
        : t('prompt', { digit, seconds: event.seconds })
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
    case 'phase:began':
      if (event.phase === 'countdown') return t('getReady')
      if (event.phase === 'voting') return t('vote')
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
