'use client'

import { DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { IconButton } from '../../kit/icon-button'
import { useRoom, useRoomClient } from '../room-client/use-room'

/** [R31] The way out of a room, in every phase. While a game is on, a player would lose the rest of it, and is asked once. */
export function LeaveButton({ className }: { className?: string }) {
  const t = useTranslations('room')
  const ask = useTranslations('room.askLeave')
  const { leave } = useRoomClient()
  const [isAsked, setAsked] = useState(false)
  const isInGame = useRoom(
    ({ phase, room, you }) =>
      phase !== null &&
      phase.name !== 'lobby' &&
      phase.name !== 'finished' &&
      (room?.seats.some(({ id, isSpectator }) => id === you && !isSpectator) ?? false),
  )
  return (
    <>
      <IconButton
        label={t('leave')}
        {...(className && { className })}
        onClick={() => (isInGame ? setAsked(true) : void leave())}
      >
        <DoorOpen />
      </IconButton>
      <Dialog title={ask('title')} description={ask('text')} isOpen={isAsked} onOpenChange={setAsked}>
        <div className="flex flex-wrap gap-3">
          <Button kind="primary" onClick={() => setAsked(false)}>
            {ask('stay')}
          </Button>
          <Button kind="danger" onClick={() => void leave()}>
            {ask('leave')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
