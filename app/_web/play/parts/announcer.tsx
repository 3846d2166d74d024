'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { RoomEvent } from '../room-client/room-events'
import { useBeforeDeadline, useRoomEvents } from '../room-client/use-room-events'
import { winnersTitle } from './winners-title'

/** The seconds that are said. */
const saidAtSeconds = [5, 3]

/** Says to screen readers what everybody else sees: prompt, lock, time left, result. */
export function Announcer() {
  const t = useTranslations('room.announce')
  const titles = useTranslations('room.finished')
  const format = useFormatter()
  const [said, setSaid] = useState('')

  function textOf(event: RoomEvent): string | null {
    switch (event.type) {
      case 'prompt:shown': {
        const digit = String(event.prompt)
        return event.seconds === null
          ? t('promptUntimed', { digit })
          : t('prompt', { digit, seconds: event.seconds })
      }
      case 'drawing:locked': {
        const seconds = format.number(event.atMs / 1000, { maximumFractionDigits: 1 })
        return t('locked', { seconds, points: event.points })
      }
      case 'pen:received':
        return t('penIsYours')
      case 'drawing:wrong-locked':
        return t('wrongLock')
      case 'phase:began':
        return event.phase === 'judging' ? t('judging') : null
      case 'round:revealed':
        return t('points', { points: event.points })
      case 'game:finished':
        return t('finished', { title: winnersTitle(titles, event.standings) })
      default:
        return null
    }
  }

  useRoomEvents((events) => {
    const texts = events.flatMap((event) => textOf(event) ?? [])
    if (texts.length > 0) setSaid(texts.join(' '))
  })
  useBeforeDeadline(saidAtSeconds, (seconds, phase) => {
    if (phase === 'drawing') setSaid(t('seconds', { seconds }))
  })

  return (
    <p aria-live="assertive" className="sr-only">
      {said}
    </p>
  )
}
