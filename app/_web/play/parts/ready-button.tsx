'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { Button } from '../../kit/button'
import { useRoom, useRoomClient } from '../room-client/use-room'
import { useKeptFocus } from './phase-title'

/** A tap that comes so soon was still meant for the pad. */
const strayTapMs = 400

/** [R19] What comes after the results: for players a button that says they have seen enough, for all others a word. */
export function ReadyButton({ round, isLast }: { round: number; isLast: boolean }) {
  const t = useTranslations('room.reveal')
  const isPlayer = useRoom(({ room, you }) =>
    room?.seats.some(({ id, isSpectator }) => id === you && !isSpectator),
  )
  const next = t(isLast ? 'podium' : 'next')
  return isPlayer ? <Ready round={round} next={next} /> : next
}

function Ready({ round, next }: { round: number; next: string }) {
  const t = useTranslations('room.reveal')
  const { request } = useRoomClient()
  const players = useRoom(
    ({ room }) =>
      room?.seats.filter(({ isSpectator, isConnected }) => !isSpectator && isConnected).length ?? 0,
  )
  const ready = useRoom(({ phase }) => (phase?.name === 'reveal' ? phase.ready.length : 0))
  const isReady = useRoom(({ phase, you }) => phase?.name === 'reveal' && phase.ready.includes(you))
  const [mayTap, setMayTap] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setMayTap(true), strayTapMs)
    return () => clearTimeout(timer)
  }, [])
  if (isReady) return <ReadyNote>{players > 1 ? t('readyCount', { ready, players }) : next}</ReadyNote>
  return (
    <Button
      kind="solid"
      size="small"
      disabled={!mayTap}
      className="aria-disabled:opacity-100!"
      // It is refused only when the phase has ended already, which needs no message.
      onClick={() => void request('round:ready', { round })}
    >
      {players > 1 ? t('ready') : next}
    </Button>
  )
}

/** Stands where the button was. */
function ReadyNote({ children }: { children: string }) {
  const ref = useKeptFocus<HTMLParagraphElement>()
  return (
    <p
      ref={ref}
      role="status"
      tabIndex={-1}
      className="keeps-focus flex min-h-11 items-center gap-2 px-3 font-semibold text-base text-ink"
    >
      <Check aria-hidden="true" className="size-5 shrink-0 text-good" />
      {children}
    </p>
  )
}
