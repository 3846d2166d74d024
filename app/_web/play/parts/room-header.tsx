'use client'

import { DoorOpen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IconButton } from '../../kit/icon-button'
import { ThemeSwitch } from '../../kit/theme/theme-switch'
import { useRoomClient } from '../room-client/use-room'
import { MuteButton } from '../sound/mute-button'

/** The top of the screens between rounds: what the screen is, and what can be done on all of them. */
export function RoomHeader({ children }: { children: ReactNode }) {
  const t = useTranslations('room')
  const { leave } = useRoomClient()
  return (
    <>
      <div className="between-title flex min-w-0 items-center">{children}</div>
      <div className="between-buttons flex items-center">
        <MuteButton />
        <ThemeSwitch />
        <IconButton label={t('leave')} onClick={leave}>
          <DoorOpen />
        </IconButton>
      </div>
    </>
  )
}
