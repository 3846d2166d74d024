'use client'

import { Crown, Eye, ThumbsDown, UserX, WifiOff } from 'lucide-react'
import { AnimatePresence, m } from 'motion/react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { Seat } from '#game/protocol/server-messages'
import { Button } from '../../kit/button'
import { Dialog } from '../../kit/dialog'
import { IconButton } from '../../kit/icon-button'
import { useRoom } from '../room-client/use-room'
import { ReportButton } from './report'
import { SeatName } from './seat-name'
import { useHost } from './use-host'
import { useRequest } from './use-request'

const none: readonly Seat[] = []

/** Everybody in the room. The host can remove players; in a room that has been public a vote decides. */
export function SeatList() {
  const t = useTranslations('room.lobby')
  const common = useTranslations('common')
  const request = useRequest()
  const { isHost } = useHost()
  const you = useRoom(({ you }) => you)
  const doVotesDecide = useRoom(({ room }) => room?.doVotesDecide ?? false)
  const seats = useRoom(({ room }) => room?.seats ?? none)
  const [leaving, setLeaving] = useState<Seat | null>(null)
  const players = seats.filter((seat) => !seat.isSpectator)

  return (
    <section aria-labelledby="players">
      <h2 id="players" className="text-2xl">
        {t('players', { count: players.length })}
      </h2>
      <ul className="mt-3 grid gap-2 sm:grid-cols-2">
        <AnimatePresence initial={false}>
          {seats.map((seat) => (
            <m.li
              key={seat.id}
              layout
              initial={{ opacity: 0, scale: 0.9 }}
              animate={{ opacity: 1, scale: 1 }}
              exit={{ opacity: 0, scale: 0.9 }}
              className="flex min-h-13 items-center gap-2 rounded-2xl border border-line bg-card ps-4 pe-1 data-[away=true]:opacity-70"
              data-away={!seat.isConnected}
            >
              <SeatName
                name={seat.name}
                colour={seat.colour}
                isYou={seat.id === you}
                className="flex-1 text-lg"
              />
              {seat.isHost && <Crown role="img" aria-label={t('host')} className="me-2 size-5 text-accent" />}
              {seat.isSpectator && (
                <Eye role="img" aria-label={t('watching')} className="me-2 size-5 text-muted" />
              )}
              {!seat.isConnected && (
                <WifiOff role="img" aria-label={t('away')} className="me-2 size-5 text-warn" />
              )}
              {seat.id !== you && <ReportButton player={seat} />}
              {doVotesDecide && seat.id !== you && (
                <IconButton
                  label={t('vote', { name: seat.name, count: seat.votesAgainst })}
                  onClick={() => void request('player:vote', { playerId: seat.id })}
                >
                  <ThumbsDown />
                </IconButton>
              )}
              {isHost && !doVotesDecide && seat.id !== you && (
                <IconButton label={t('kick', { name: seat.name })} onClick={() => setLeaving(seat)}>
                  <UserX />
                </IconButton>
              )}
            </m.li>
          ))}
        </AnimatePresence>
      </ul>
      {players.length < 2 && <p className="mt-3 text-muted">{t('waitingForMore')}</p>}
      <Dialog
        title={t('kickTitle', { name: leaving?.name ?? '' })}
        description={t('kickHint')}
        isOpen={leaving !== null}
        onOpenChange={() => setLeaving(null)}
      >
        <div className="flex flex-wrap gap-2">
          <Button
            kind="danger"
            onClick={() => {
              if (leaving) void request('player:kick', { playerId: leaving.id })
              setLeaving(null)
            }}
          >
            {t('kickConfirm')}
          </Button>
          <Button onClick={() => setLeaving(null)}>{common('cancel')}</Button>
        </div>
      </Dialog>
    </section>
  )
}
