'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { FittedText } from '../../kit/fit/fitted-text'
import { useHost } from '../room-client/use-room'
import { useRequest } from './use-request'

/** Without a timer somebody has to say when it is enough. */
export function EndRound() {
  const t = useTranslations('room.drawing')
  const request = useRequest()
  const { isHost } = useHost()
  if (!isHost) return null
  return (
    // Above the zone around the pad.
    <Button
      size="small"
      className="relative z-1 tool-wide h-11 min-w-[56px] flex-1 px-1!"
      onClick={() => void request('round:end', {})}
    >
      <FittedText text={t('endRound')} />
    </Button>
  )
}
