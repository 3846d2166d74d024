'use client'

import { RotateCcw } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { FittedText } from '../../kit/fit/fitted-text'
import { useRoom } from '../room-client/use-room'
import { useRequest } from './use-request'

/** [R20] How many of those who are present would play again. */
export function useRematch() {
  const asked = useRoom(({ phase }) => (phase?.name === 'finished' ? phase.rematch.length : 0))
  const hasAsked = useRoom(({ phase, you }) => phase?.name === 'finished' && phase.rematch.includes(you))
  const players = useRoom(
    ({ room }) =>
      room?.seats.filter(({ isSpectator, isConnected }) => !isSpectator && isConnected).length ?? 0,
  )
  return { asked, hasAsked, players }
}

/** For players who are not host: asks for a rematch, and then shows how many have asked. */
export function RematchButton() {
  const t = useTranslations('room.finished')
  const request = useRequest()
  const { asked, hasAsked, players } = useRematch()
  if (hasAsked) return <RematchCount {...{ asked, players }} />
  return (
    <Button
      kind="primary"
      className="h-13 min-w-0 flex-1 px-3!"
      onClick={() => void request('rematch:ask', {})}
    >
      <RotateCcw aria-hidden="true" />
      <FittedText text={t('askRematch')} />
    </Button>
  )
}

export function RematchCount({ asked, players }: { asked: number; players: number }) {
  const t = useTranslations('room.finished')
  return (
    <p
      role="status"
      className="flex h-13 min-w-0 flex-1 items-center justify-center font-display font-semibold text-lg"
    >
      <FittedText text={t('asked', { asked, players })} />
    </p>
  )
}
