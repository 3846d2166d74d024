'use client'

import { useTranslations } from 'next-intl'
import { useRoom } from '../room-client/use-room'

/** Somebody has got it: their place lights up, with what it brought them. */
export function LockFlash({ canvas }: { canvas: number }) {
  const t = useTranslations('room.drawing')
  const locked = useRoom(({ canvases }) => canvases[canvas]?.locked ?? null)
  if (!locked) return null
  return (
    <span
      key={locked.drawing}
      aria-hidden="true"
      className="lock-flash figures pointer-events-none absolute inset-0 z-10 grid place-items-center rounded-xl font-extrabold text-good text-xl leading-none"
    >
      {t('gained', { points: locked.points })}
    </span>
  )
}
