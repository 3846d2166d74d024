'use client'

import { Volume2, VolumeX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { IconButton } from '../../kit/icon-button'
import { setMuted, useMuted } from './mute'

export function MuteButton() {
  const t = useTranslations('room.sound')
  const muted = useMuted()
  return (
    <IconButton label={t(muted ? 'on' : 'off')} onClick={() => setMuted(!muted)}>
      {muted ? <VolumeX /> : <Volume2 />}
    </IconButton>
  )
}
