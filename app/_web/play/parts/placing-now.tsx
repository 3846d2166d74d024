'use client'

import { useTranslations } from 'next-intl'
import { useShallow } from 'zustand/react/shallow'
import { livePlacing } from '../room-client/live-placing'
import { useRoom } from '../room-client/use-room'
import { usePlacingText } from './use-placing-text'

/** "2nd, 40 behind", while people draw. Upright it takes the place of the round's number, which the countdown has said. */
export function PlacingNow({ isWide }: { isWide: boolean }) {
  const t = useTranslations('room.finished')
  const placing = useRoom(useShallow(livePlacing))
  const textOf = usePlacingText()
  if (!placing) return null
  return (
    <div className="col-span-2" {...(!isWide && { 'data-placing': '' })}>
      <dt className="sr-only">{t('rank')}</dt>
      <dd className="font-semibold text-sm leading-tight">{textOf(placing)}</dd>
    </div>
  )
}
