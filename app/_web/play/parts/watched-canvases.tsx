'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useOtherCanvases } from '../room-client/use-canvases'
import { useRoom } from '../room-client/use-room'
import { Rival } from './rival'

/** All canvases, for those who watch: late joiners, spectators, a television. */
export function WatchedCanvases({ prompt }: { prompt: ReactNode }) {
  const t = useTranslations('room.drawing')
  const canvases = useOtherCanvases()
  const isSpectator = useRoom(({ room, you }) => room?.seats.find((seat) => seat.id === you)?.isSpectator)
  return (
    <div className="flex flex-1 flex-col gap-6 lg:grid lg:grid-cols-[minmax(13rem,20rem)_1fr] lg:gap-10">
      <div>
        {prompt}
        <p role="status" className="mt-4 text-muted">
          <span className="font-semibold text-ink">{t('watching')}.</span> {!isSpectator && t('watchingHint')}
        </p>
      </div>
      <ul
        // A single canvas fills the height of the screen, and no more.
        style={{ maxWidth: `${canvases.length * 72}dvh` }}
        className="grid content-start gap-4 [grid-template-columns:repeat(auto-fit,minmax(min(9.5rem,45%),1fr))] lg:gap-6 lg:[grid-template-columns:repeat(auto-fit,minmax(14rem,1fr))]"
      >
        {canvases.map((canvas) => (
          <Rival key={canvas} canvas={canvas} />
        ))}
      </ul>
    </div>
  )
}
