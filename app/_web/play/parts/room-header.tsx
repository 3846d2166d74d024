'use client'

import { DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { IconButton } from '../../kit/icon-button'
import { ThemeSwitch } from '../../kit/theme/theme-switch'
import { useRoom, useRoomClient } from '../room-client/use-room'
import { MuteButton } from '../sound/mute-button'

/** The top of the screens between rounds: what the screen is, and what can be done on all of them. */
export function RoomHeader({ children }: { children: ReactNode }) {
  const t = useTranslations('room')
  const ask = useTranslations('room.askLeave')
  const { leave } = useRoomClient()
  const [isAsked, setAsked] = useState(false)
  /** While a game is on, a player would lose the rest of it. */
  const isInGame = useRoom(
    ({ phase, room, you }) =>
      phase !== null &&
      phase.name !== 'lobby' &&
      phase.name !== 'finished' &&
      (room?.seats.some(({ id, isSpectator }) => id === you && !isSpectator) ?? false),
  )
  return (
    <>
      <div className="between-title flex min-w-0 items-center">{children}</div>
      <div className="between-buttons flex items-center">
        <MuteButton />
        <ThemeSwitch />
        <IconButton label={t('leave')} onClick={() => (isInGame ? setAsked(true) : void leave())}>
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
      </div>
    </>
  )
}
