'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { WordMark } from '../../ink/logo/word-mark'
import { Link } from '../../kit/link'
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

/** The way home, in a room's header: smaller where the buttons beside it leave less place. */
export function HomeMark() {
  const t = useTranslations('common')
  return (
    <Link href="/" aria-label={t('home')} className="grid h-11 min-w-0 grid-cols-1 items-center rounded-xl">
      <WordMark name={t('title')} className="h-10 w-auto max-w-full" />
    </Link>
  )
}
