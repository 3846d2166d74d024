'use client'

import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { FittedText } from '../../kit/fit/fitted-text'
import { useAsk } from './use-ask'
import { useHost } from './use-host'

/** Without a timer somebody has to say when it is enough. */
export function EndRound() {
  const words = useTranslations('room.drawing')
  const ask = useAsk()
  const { isHost } = useHost()
  if (!isHost) return null
  return (
    // Above the zone around the pad.
    <Button
      size="small"
      className="relative z-1 h-11 min-w-0 flex-1 px-2!"
      onClick={() => void ask('round:end', {})}
    >
      <FittedText text={words('endRound')} />
    </Button>
  )
}
