'use client'

import { Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { HandwrittenDigit } from '../../ink/logo/handwritten-digit'
import { Button } from '../../kit/button'
import { RoomNote } from './room-note'
import { useRequest } from './use-request'

/** The lobby of the daily challenge, where there is nobody to wait for and nothing to choose. */
export function DailyStart() {
  const t = useTranslations('room')
  const request = useRequest()
  return (
    <RoomNote
      title={t('targets.daily')}
      picture={<HandwrittenDigit digit={1} time={0.8} className="h-40 text-accent" />}
      action={
        <Button kind="primary" size="large" onClick={() => void request('game:start', {})}>
          <Play aria-hidden="true" className="fill-current" />
          {t('lobby.startAlone')}
        </Button>
      }
    />
  )
}
