'use client'

import { useTranslations } from 'next-intl'
import { useSyncExternalStore } from 'react'
import { isOffline as isDeviceOffline } from '../../browser/network'
import { useRoom } from '../../room-client/use-room'

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Says when the line is down, and that nothing is lost. */
export function ConnectionNote() {
  const words = useTranslations('room.connection')
  const connection = useRoom((state) => state.connection)
  const isOffline = useSyncExternalStore(subscribe, isDeviceOffline, () => false)
  const isLost = connection.name === 'reconnecting'
  const lost = isLost && connection.isServerClosing ? 'serverClosing' : 'reconnecting'
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-[max(0.75rem,env(safe-area-inset-top))] z-50 grid justify-items-center px-4"
    >
      {isLost && (
        <p className="flex animate-rise items-center gap-3 rounded-2xl border-2 border-warn bg-card px-4 py-2.5 text-base shadow-sheet">
          <span className="size-3 shrink-0 animate-pulse rounded-full bg-warn" aria-hidden="true" />
          {words(isOffline ? 'offline' : lost)}
        </p>
      )}
    </div>
  )
}
