'use client'

import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { HandwrittenDigit } from '../../ink/logo/handwritten-digit'
import { Button } from '../../kit/button'
import { RoomNote } from './room-note'
import { useAsk } from './use-ask'

/** The lobby of the daily challenge, where there is nobody to wait for and nothing to choose. */
export function DailyStart() {
  const words = useTranslations('room')
  const ask = useAsk()
  return (
    <RoomNote
      title={words('doors.daily')}
      picture={<HandwrittenDigit digit={1} time={0.8} className="h-40 text-accent" />}
      action={
        <Button kind="primary" size="large" onClick={() => void ask('game:start', {})}>
          <Play aria-hidden="true" className="fill-current" />
          {words('lobby.startAlone')}
        </Button>
      }
    />
  )
}
