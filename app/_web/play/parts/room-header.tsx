'use client'

import type { ReactNode } from 'react'
import { ThemeSwitch } from '../../kit/theme/theme-switch'
import { MuteButton } from '../sound/mute-button'
import { EmoteDialog } from './emotes'
import { LeaveButton } from './leave-button'

/** The top of the screens between rounds: what the screen is, and what can be done on all of them. */
export function RoomHeader({
  children,
  hasEmotes = false,
}: {
  children: ReactNode
  /** Whether they are to be opened from here: on screens that have no other place for them. */
  hasEmotes?: boolean
}) {
  return (
    <>
      <div className="between-title flex min-w-0 items-center">{children}</div>
      <div className="between-buttons flex items-center">
        {hasEmotes && <EmoteDialog />}
        <MuteButton />
        <ThemeSwitch />
        <LeaveButton />
      </div>
    </>
  )
}
