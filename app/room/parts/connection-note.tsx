'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { useRoom } from '../../room-client/use-room'

/** More names do not fit on a phone. */
const mostNames = 3

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Says when the line is down, and that nothing is lost; after a restart, who is waited for. */
export function ConnectionNote() {
  const words = useTranslations('room.connection')
  const connection = useRoom((state) => state.connection)
  const isOffline = useSyncExternalStore(
    subscribe,
    () => !navigator.onLine,
    () => false,
  )
  const isLost = connection.name === 'reconnecting'
  const lost = isLost && connection.isServerClosing ? 'serverClosing' : 'reconnecting'
  const waiting = useWaiting()
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-[max(0.75rem,env(safe-area-inset-top))] z-50 grid justify-items-center px-4"
    >
      {(isLost || waiting !== null) && (
        <p className="flex animate-rise items-center gap-3 rounded-2xl border-2 border-warn bg-card px-4 py-2.5 text-base shadow-sheet">
          <span className="size-3 shrink-0 animate-pulse rounded-full bg-warn" aria-hidden="true" />
          {isLost ? words(isOffline ? 'offline' : lost) : waiting}
        </p>
      )}
    </div>
  )
}

/** [R18] Who is waited for; null while the room's time goes on. */
function useWaiting(): string | null {
  const words = useTranslations('room.connection')
  const format = useFormatter()
  const room = useRoom((state) => state.room)
  if (!room?.pause) return null
  const { missing } = room.pause
  const players = room.seats.filter(({ id, isSpectator }) => missing.includes(id) && !isSpectator)
  // Isolates keep a name from turning the words beside it around.
  const names = players.slice(0, mostNames).map(({ name }) => `\u2068${name}\u2069`)
  return words('waiting', { names: format.list(names, { type: 'unit' }) })
}
