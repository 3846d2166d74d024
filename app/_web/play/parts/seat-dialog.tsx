'use client'

import { Flag, ThumbsDown, UserX } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Seat } from '#game/protocol/server-messages'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { useHost, useRoom } from '../room-client/use-room'
import { useReport } from './report'
import { useRequest } from './use-request'

/** What can be done about somebody. The host can send people away, in a room that strangers were in a vote can. */
export function SeatDialog({ seat, onClose }: { seat: Seat | null; onClose: () => void }) {
  const t = useTranslations('room.lobby')
  const reports = useTranslations('room.report')
  const common = useTranslations('common')
  const request = useRequest()
  const report = useReport()
  const { isHost } = useHost()
  const doVotesDecide = useRoom(({ room }) => room?.doVotesDecide ?? false)
  const [isLeaving, setLeaving] = useState(false)
  const id = seat?.id
  useEffect(() => setLeaving(id === undefined), [id])
  if (!seat) return null
  const { name } = seat
  const target = { playerId: seat.id }

  return (
    <Dialog
      title={isLeaving ? t('kickTitle', { name }) : name}
      {...(isLeaving && { description: t('kickHint') })}
      isOpen
      onOpenChange={onClose}
    >
      {isLeaving ? (
        <div className="flex flex-wrap gap-2">
          <Button
            kind="danger"
            onClick={() => {
              void request('player:kick', target)
              onClose()
            }}
          >
            {t('kickConfirm')}
          </Button>
          <Button onClick={onClose}>{common('cancel')}</Button>
        </div>
      ) : (
        <div className="wrap-anywhere grid gap-2">
          <Button
            onClick={() => {
              onClose()
              report(seat)
            }}
          >
            <Flag aria-hidden="true" />
            {reports('open', { name })}
          </Button>
          {doVotesDecide && (
            <Button
              onClick={() => {
                void request('player:vote', target)
                onClose()
              }}
            >
              <ThumbsDown aria-hidden="true" />
              {t('vote', { name, count: seat.votesAgainst })}
            </Button>
          )}
          {isHost && !doVotesDecide && (
            <Button kind="danger" onClick={() => setLeaving(true)}>
              <UserX aria-hidden="true" />
              {t('kick', { name })}
            </Button>
          )}
        </div>
      )}
    </Dialog>
  )
}
