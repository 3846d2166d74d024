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
import { useAsk } from './use-ask'
import { useHost } from './use-host'

const none: readonly Seat[] = []

/** Everybody at the table. The host can send people away, in a room that strangers were in a vote can. */
export function SeatList() {
  const words = useTranslations('room.lobby')
  const common = useTranslations('common')
  const ask = useAsk()
  const { isHost } = useHost()
  const you = useRoom(({ room }) => room?.you)
  const doVotesDecide = useRoom(({ room }) => room?.doVotesDecide ?? false)
  const seats = useRoom(({ room }) => room?.seats ?? none)
  const [leaving, setLeaving] = useState<Seat | null>(null)
  const players = seats.filter((seat) => !seat.isSpectator)

  return (
    <section aria-labelledby="players">
      <h2 id="players" className="text-2xl">
        {words('players', { count: players.length })}
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
              {seat.isHost && (
                <Crown role="img" aria-label={words('host')} className="me-2 size-5 text-accent" />
              )}
              {seat.isSpectator && (
                <Eye role="img" aria-label={words('watching')} className="me-2 size-5 text-muted" />
              )}
              {!seat.isConnected && (
                <WifiOff role="img" aria-label={words('away')} className="me-2 size-5 text-warn" />
              )}
              {seat.id !== you && <ReportButton player={seat} />}
              {doVotesDecide && seat.id !== you && (
                <IconButton
                  label={words('vote', { name: seat.name, count: seat.votesAgainst })}
                  onClick={() => void ask('player:vote', { playerId: seat.id })}
                >
                  <ThumbsDown />
                </IconButton>
              )}
              {isHost && !doVotesDecide && seat.id !== you && (
                <IconButton label={words('kick', { name: seat.name })} onClick={() => setLeaving(seat)}>
                  <UserX />
                </IconButton>
              )}
            </m.li>
          ))}
        </AnimatePresence>
      </ul>
      {players.length < 2 && <p className="mt-3 text-muted">{words('waitingForMore')}</p>}
      <Dialog
        title={words('kickTitle', { name: leaving?.name ?? '' })}
        description={words('kickHint')}
        isOpen={leaving !== null}
        onOpenChange={() => setLeaving(null)}
      >
        <div className="flex flex-wrap gap-2">
          <Button
            kind="danger"
            onClick={() => {
              if (leaving) void ask('player:kick', { playerId: leaving.id })
              setLeaving(null)
            }}
          >
            {words('kickConfirm')}
          </Button>
          <Button onClick={() => setLeaving(null)}>{common('cancel')}</Button>
        </div>
      </Dialog>
    </section>
  )
}
