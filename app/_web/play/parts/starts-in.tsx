'use client'

import { useTranslations } from 'next-intl'
import { useRoom } from '../room-client/use-room'
import { useSecondsLeft } from './use-seconds-left'

/** When a public room begins its next game by itself. */
export function StartsIn() {
  const startsAt = useRoom(({ room }) => room?.startsAt ?? null)
  return startsAt === null ? null : <Countdown startsAt={startsAt} />
}

function Countdown({ startsAt }: { startsAt: number }) {
  const t = useTranslations('room.lobby')
  const seconds = useSecondsLeft(startsAt)
  return (
    <p role="timer" className="figures pb-2 text-center font-semibold text-lg">
      {t('startsIn', { seconds })}
    </p>
  )
}
