'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useRefusal } from '../../refusals/use-refusal'
import { useRoom, useRoomClient } from '../../room-client/use-room'
import { useIsOnline, useTrouble } from '../../room-client/use-trouble'
import { Button } from '../../ui/button'

/** Says when the line is down, and that nothing is lost; when it stays down, why, and offers to try again. */
export function ConnectionNote() {
  const isLost = useRoom(({ connection }) => connection.name === 'reconnecting')
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-[max(0.75rem,env(safe-area-inset-top))] z-50 grid justify-items-center px-4"
    >
      {isLost && <LostNote />}
    </div>
  )
}

function LostNote() {
  const words = useTranslations('room.connection')
  const common = useTranslations('common')
  const { retry } = useRoomClient()
  const isServerClosing = useRoom(
    ({ connection }) => connection.name === 'reconnecting' && connection.isServerClosing,
  )
  const line = useRoom((state) => state.line)
  const isOnline = useIsOnline()
  const [since, setSince] = useState(() => performance.now())
  const refusalText = useRefusal()
  const trouble = useTrouble(true, line, since)
  const lost = isServerClosing ? 'serverClosing' : 'reconnecting'
  // The others only say once more what stands there already.
  const cause = trouble === 'offline' || trouble === 'server-closing' ? null : trouble
  const tryAgain = () => {
    setSince(performance.now())
    retry()
  }
  return (
    <div className="flex max-w-xl animate-rise flex-wrap items-center gap-x-3 gap-y-1 rounded-2xl border-2 border-warn bg-card px-4 py-2.5 text-base shadow-sheet">
      <span className="size-3 shrink-0 animate-pulse rounded-full bg-warn" aria-hidden="true" />
      <p className="min-w-0 flex-1 basis-48">
        {words(isOnline ? lost : 'offline')} {cause && refusalText(cause)}
      </p>
      {trouble && (
        // What the note covers can still be pressed.
        <Button size="small" className="pointer-events-auto" onClick={tryAgain}>
          {common('retry')}
        </Button>
      )}
    </div>
  )
}
