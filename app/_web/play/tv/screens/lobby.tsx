'use client'

import { Crown } from 'lucide-react'
import { AnimatePresence, m } from 'motion/react'
import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import { CodeCards } from '../../../kit/code-cards'
import { useOrigin } from '../../origin'
import { PhaseTitle } from '../../parts/phase-title'
import { SeatName } from '../../parts/seat-name'
import { StartsIn } from '../../parts/starts-in'
import { useHost } from '../../parts/use-host'
import { useRoom } from '../../room-client/use-room'

/** How to get in, to be read from the sofa, and who already is. */
export function TvLobby() {
  const t = useTranslations('tv')
  const lobby = useTranslations('room.lobby')
  const names = useTranslations('room.modes')
  const origin = useOrigin()
  const { hostName } = useHost()
  const room = useRoom((state) => state.room)
  if (!room) return null
  const { code, settings } = room
  const players = room.seats.filter((seat) => !seat.isSpectator)
  return (
    <main id="main" className="grid min-h-dvh content-between gap-8 p-8 lg:h-dvh lg:p-12">
      <div className="grid items-center gap-10 lg:grid-cols-[minmax(0,1fr)_auto] lg:gap-16">
        <div className="grid gap-8">
          <PhaseTitle className="text-4xl text-muted">
            {t.rich('join', {
              address: () => (
                <span dir="ltr" className="whitespace-nowrap text-ink">
                  {new URL(origin).host}
                </span>
              ),
            })}
          </PhaseTitle>
          <CodeCards code={code} isLarge />
        </div>
        <QRCodeSVG
          value={`${origin}/room/${code}`}
          marginSize={2}
          title={t('qr')}
          className="aspect-square h-auto w-full max-w-[21rem] rounded-3xl border-2 border-line shadow-sheet lg:w-[21rem]"
        />
      </div>
      <section aria-labelledby="players" className="grid content-start gap-5">
        <h2 id="players" className="text-3xl">
          {lobby('players', { count: players.length })}
        </h2>
        <ul className="flex flex-wrap gap-4">
          <AnimatePresence>
            {players.map((seat) => (
              <m.li
                key={seat.id}
                layout
                initial={{ opacity: 0, scale: 0.5 }}
                animate={{ opacity: seat.isConnected ? 1 : 0.55, scale: 1 }}
                exit={{ opacity: 0, scale: 0.5 }}
                transition={{ type: 'spring', stiffness: 320, damping: 22 }}
                className="flex max-w-[20rem] items-center gap-3 rounded-full border-2 border-line bg-card py-2 ps-4 pe-6 text-2xl shadow-sheet"
              >
                <SeatName name={seat.name} colour={seat.colour} />
                {seat.isHost && (
                  <Crown role="img" aria-label={lobby('host')} className="size-6 shrink-0 text-accent" />
                )}
              </m.li>
            ))}
          </AnimatePresence>
        </ul>
      </section>
      <footer className="flex flex-wrap items-baseline justify-between gap-x-10 gap-y-2 border-line border-t-2 pt-5 text-2xl">
        <p>
          <span className="font-bold font-display">{names(settings.mode)}</span>{' '}
          <span className="text-muted">{lobby(`modeHints.${settings.mode}`)}</span>
        </p>
        <div role="status" className="font-display font-semibold">
          {room.startsAt === null ? lobby('waitForHost', { name: hostName }) : <StartsIn />}
        </div>
      </footer>
    </main>
  )
}
