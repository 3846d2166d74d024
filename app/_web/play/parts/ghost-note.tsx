'use client'

import { useTranslations } from 'next-intl'
import { useRoom } from '../room-client/use-room'

/** [R26] Before a round: that ghosts are raced, whose they are, and that it is for fun. Nothing where people race. */
export function GhostNote({ className }: { className?: string }) {
  const t = useTranslations('room')
  const kind = useRoom(({ room }) => room?.ghosts?.kind ?? null)
  if (kind === null) return null
  return (
    <p role="status" className={className}>
      {t(`ghosts.${kind === 'others' || kind === 'daily' ? kind : 'best'}`)} {t('lobby.counts.ghosts')}
    </p>
  )
}
