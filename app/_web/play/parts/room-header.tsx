'use client'

import { DoorOpen } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { WordMark } from '../../ink/logo/word-mark'
import { IconButton } from '../../kit/icon-button'
import { ThemeSwitch } from '../../kit/theme/theme-switch'
import { useRoomClient } from '../room-client/use-room'
import { MuteButton } from '../sound/mute-button'

/** The top of the screens between rounds. */
export function RoomHeader() {
  const t = useTranslations('room')
  const common = useTranslations('common')
  const { leave } = useRoomClient()
  return (
    <header className="flex items-center gap-1 pt-[max(0.75rem,env(safe-area-inset-top))] pb-3">
      <Link href="/" aria-label={common('home')} className="me-auto rounded-xl">
        <WordMark name={common('title')} className="h-10 w-auto" />
      </Link>
      <MuteButton />
      <ThemeSwitch />
      <IconButton label={t('leave')} onClick={leave}>
        <DoorOpen />
      </IconButton>
    </header>
  )
}
