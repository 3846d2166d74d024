'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useSum } from '../../kit/i18n/use-numbers'
import { useRoom, useRoomClient } from '../room-client/use-room'
import { useBeforeDeadline, useRoomEvents } from '../room-client/use-room-events'
import { announcementOf } from './announcement'
import { useLiftDue } from './use-lift-due'

/** The seconds that are said. */
const saidAtSeconds = [5, 3]

/** Later than on screen: most players lift by themselves, and their lock is announced instead. */
const liftToldMs = 900

/** [S2] Calls back when a lock waits for nothing but the lift of the pen. */
function useLiftTold(tell: (isByKeyboard: boolean) => void) {
  const isDue = useLiftDue(liftToldMs)
  const isByKeyboard = useRoom(({ own }) => own?.isByKeyboard ?? false)
  const latest = useRef(tell)
  useEffect(() => {
    latest.current = tell
  })
  useEffect(() => {
    if (isDue) latest.current(isByKeyboard)
  }, [isDue, isByKeyboard])
}

/** Says to screen readers what everybody else sees: prompt, lock, time left, result. */
export function Announcer() {
  const t = useTranslations('room.announce')
  const room = useTranslations('room')
  const { spoken } = useSum()
  const titles = useTranslations('room.finished')
  const format = useFormatter()
  const { now } = useRoomClient()
  const [said, setSaid] = useState('')

  useRoomEvents((events) => {
    const told = { t, room, spoken, titles, format, now: now() }
    const texts = events.flatMap((event) => announcementOf(event, told) ?? [])
    if (texts.length > 0) setSaid(texts.join(' '))
  })
  useLiftTold((isByKeyboard) => setSaid(t(isByKeyboard ? 'liftKey' : 'lift')))
  useBeforeDeadline(saidAtSeconds, (seconds) => setSaid(t('seconds', { seconds })))

  return (
    <p aria-live="assertive" className="sr-only">
      {said}
    </p>
  )
}
