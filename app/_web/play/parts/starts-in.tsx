'use client'

import { useTranslations } from 'next-intl'
import { useRoom } from '../room-client/use-room'
import { useSecondsLeft } from './use-seconds-left'

/** When a public room begins its next game by itself, [R25] against ghosts for who is alone. */
export function StartsIn() {
  const startsAt = useRoom(({ room }) => room?.startsAt ?? null)
  const isWithGhosts = useRoom(({ room }) => room?.startsWithGhosts ?? false)
  return startsAt === null ? null : <Countdown {...{ startsAt, isWithGhosts }} />
}

function Countdown({ startsAt, isWithGhosts }: { startsAt: number; isWithGhosts: boolean }) {
  const t = useTranslations('room.lobby')
  const seconds = useSecondsLeft(startsAt)
  return (
    <p role="timer" className="figures text-balance pb-2 text-center font-semibold text-lg">
      {t(isWithGhosts ? 'ghostsIn' : 'startsIn', { seconds })}
    </p>
  )
}
