'use client'

import { Check } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { FittedText } from '../../kit/fit/fitted-text'
import { useRoom, useRoomClient } from '../room-client/use-room'

/** [R29] In games without locks: the player's own "I have drawn enough". */
export function DoneButton({ isDisabled }: { isDisabled: boolean }) {
  const t = useTranslations('room.drawing')
  const { request } = useRoomClient()
  const round = useRoom(({ phase }) => (phase?.name === 'drawing' ? phase.round : 0))
  return (
    <Button
      kind="solid"
      size="small"
      className="tool-wide @container h-11 min-w-[44px] flex-2 px-2!"
      aria-label={t('done')}
      disabled={isDisabled}
      // It is refused only when the phase has ended already, which needs no message.
      onClick={() => void request('round:ready', { round })}
    >
      {/* The word says more than the sign, where there is place for one of them alone. */}
      <Check aria-hidden="true" className="@min-[2.25em]:@max-[6em]:hidden" />
      <FittedText text={t('done')} className="@max-[2.25em]:hidden!" />
    </Button>
  )
}
