'use client'

import { Check, Pencil } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useCanvasSeats } from '../room-client/use-canvases'
import { useRoom } from '../room-client/use-room'

/** [R29] Hides a drawing until the vote, and says whether its drawer is done. */
export function SecretPicture({ canvas, className }: { canvas: number; className: string }) {
  const t = useTranslations('room.drawing')
  const name = useCanvasSeats(canvas)
    .map((seat) => seat.name)
    .join(', ')
  const isDone = useIsDone(canvas)
  const isBegun = useRoom(({ canvases }) => canvases[canvas]?.cover?.isBegun ?? false)
  return (
    <div
      role="img"
      aria-label={t(isDone ? 'isDone' : 'isSecret', { name })}
      data-begun={isBegun}
      className={`grid place-items-center text-edge data-[begun=true]:text-ink ${className}`}
    >
      {isDone ? (
        <Check aria-hidden="true" className="size-1/3 text-good" />
      ) : (
        <Pencil aria-hidden="true" className="size-1/3" strokeWidth={1.5} />
      )}
    </div>
  )
}

/** [R29] Whether all who draw on a canvas have said that they have drawn enough. */
export function useIsDone(canvas: number): boolean {
  return useRoom(({ phase, canvases }) => {
    const ready = phase?.name === 'drawing' ? (phase.ready ?? []) : []
    return canvases[canvas]?.players.every((id) => ready.includes(id)) ?? false
  })
}

/** [R29] Whether everybody draws a digit of their own. */
export function useIsSecret(): boolean {
  return useRoom(({ phase }) => phase !== null && 'mode' in phase && phase.mode === 'fool')
}
