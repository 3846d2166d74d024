'use client'

import { CalendarDays, Pencil, Zap } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRoom } from '../room-client/use-room'
import { SignLink } from './sign-link'

/** [R25] Alone in quick play, without a ghost to race: what can be played meanwhile. */
export function NobodyHere() {
  const t = useTranslations('room.lobby')
  const isAlone = useRoom(
    ({ room }) =>
      (room?.isWithoutGhosts ?? false) &&
      room?.settings.isPublic &&
      room.seats.filter(({ isConnected, isSpectator }) => isConnected && !isSpectator).length === 1,
  )
  if (!isAlone) return null
  return (
    <div role="status" className="py-2">
      <p className="text-balance text-center text-base leading-snug in-[.lobby-players]:text-start">
        {t('noGhosts')}
      </p>
      <div className="flex gap-1">
        <SignLink href="/room/rush-60" sign={<Zap />} text={t('meanwhile.rush')} />
        <SignLink href="/practice" sign={<Pencil />} text={t('meanwhile.practice')} />
        <SignLink href="/room/daily" sign={<CalendarDays />} text={t('meanwhile.daily')} />
      </div>
    </div>
  )
}
