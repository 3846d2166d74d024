'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../kit/button'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useIsPaused, useRoom, useRoomClient } from '../room-client/use-room'
import { useIsOnline, useTrouble } from '../room-client/use-trouble'

/** More names do not fit on a phone. */
const mostNames = 3

/**
 * Says when the connection is lost, and that no ink is; when it stays lost, why, and offers to retry. After a restart it says
 * who is waited for.
 */
export function ConnectionNote() {
  const isLost = useRoom(({ connection }) => connection.name === 'reconnecting')
  const isPaused = useIsPaused()
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 top-[max(0.75rem,env(safe-area-inset-top))] z-50 grid justify-items-center px-4"
    >
      {isLost ? <LostNote /> : isPaused && <WaitingNote />}
    </div>
  )
}

function LostNote() {
  const t = useTranslations('room.connection')
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
  // The others would repeat the sentence before.
  const cause = trouble === 'offline' || trouble === 'server-closing' ? null : trouble
  const tryAgain = () => {
    setSince(performance.now())
    retry()
  }
  return (
    <div className="flex max-w-xl animate-rise flex-wrap items-center gap-x-3 gap-y-1 rounded-2xl border-2 border-warn bg-card px-4 py-2.5 text-base shadow-sheet">
      <span className="size-3 shrink-0 animate-pulse rounded-full bg-warn" aria-hidden="true" />
      <p className="min-w-0 flex-1 basis-48">
        {t(isOnline ? lost : 'offline')} {cause && refusalText(cause)}
      </p>
      {trouble && (
        // The note lets clicks through to what it covers; the button does not.
        <Button size="small" className="pointer-events-auto" onClick={tryAgain}>
          {common('retry')}
        </Button>
      )}
    </div>
  )
}

/** [R18] Who is waited for. */
function WaitingNote() {
  const t = useTranslations('room.connection')
  const format = useFormatter()
  const room = useRoom((state) => state.room)
  const missing = room?.pause?.missing ?? []
  const players = room?.seats.filter(({ id, isSpectator }) => missing.includes(id) && !isSpectator) ?? []
  // Isolates keep a name from turning the words beside it around.
  const names = players.slice(0, mostNames).map(({ name }) => `\u2068${name}\u2069`)
  return (
    <p className="flex animate-rise items-center gap-3 rounded-2xl border-2 border-warn bg-card px-4 py-2.5 text-base shadow-sheet">
      <span className="size-3 shrink-0 animate-pulse rounded-full bg-warn" aria-hidden="true" />
      {t('waiting', { names: format.list(names, { type: 'unit' }) })}
    </p>
  )
}
