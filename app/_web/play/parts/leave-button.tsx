'use client'

import { DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { IconButton } from '../../kit/icon-button'
import { useRoom, useRoomClient } from '../room-client/use-room'

const LeaveContext = createContext<(isAsked: boolean) => void>(() => {})

/** [R31] Asks whether somebody wants to leave a game; outlives the screen it was asked on, and ends with the visit. */
export function LeaveDesk({ children }: { children: ReactNode }) {
  const t = useTranslations('room.askLeave')
  const { leave } = useRoomClient()
  const [isAsked, setAsked] = useState(false)
  const isOver = useRoom(({ connection }) => connection.name === 'ended')
  useEffect(() => {
    if (isOver) setAsked(false)
  }, [isOver])
  return (
    <LeaveContext value={setAsked}>
      {children}
      <Dialog title={t('title')} description={t('text')} isOpen={isAsked && !isOver} onOpenChange={setAsked}>
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" onClick={() => setAsked(false)}>
            {t('stay')}
          </Button>
          <Button kind="danger" onClick={() => void leave()}>
            {t('leave')}
          </Button>
        </div>
      </Dialog>
    </LeaveContext>
  )
}

/** [R31] The way out of a room, in every phase. While a game is on, a player would lose the rest of it, and is asked once. */
export function LeaveButton() {
  const t = useTranslations('room')
  const { leave } = useRoomClient()
  const ask = useContext(LeaveContext)
  const isInGame = useRoom(
    ({ phase, room, you }) =>
      phase !== null &&
      phase.name !== 'lobby' &&
      phase.name !== 'finished' &&
      (room?.seats.some(({ id, isSpectator }) => id === you && !isSpectator) ?? false),
  )
  return (
    <IconButton label={t('leave')} onClick={() => (isInGame ? ask(true) : void leave())}>
      <DoorOpen />
    </IconButton>
  )
}
