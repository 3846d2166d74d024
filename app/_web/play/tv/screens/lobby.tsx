'use client'

import { Crown } from 'lucide-react'
import { AnimatePresence, m } from 'motion/react'
import { useTranslations } from 'next-intl'
import { QRCodeSVG } from 'qrcode.react'
import type { Seat } from '#game/protocol/server-messages'
import { CodeCards } from '../../../kit/code-cards'
import { FittedText } from '../../../kit/fit/fitted-text'
import { fitLines } from '../../fit/fit-lines'
import { useBox } from '../../fit/use-box'
import { useOrigin } from '../../origin'
import { PhaseTitle } from '../../parts/phase-title'
import { SeatName } from '../../parts/seat-name'
import { StartsIn } from '../../parts/starts-in'
import { useGameName } from '../../parts/use-game-name'
import { useHost, useRoom } from '../../room-client/use-room'

/** How to get in, to be read from the sofa, and who already is. */
export function TvLobby() {
  const t = useTranslations('tv')
  const lobby = useTranslations('room.lobby')
  const nameOf = useGameName()
  const origin = useOrigin()
  const { hostName } = useHost()
  const room = useRoom((state) => state.room)
  if (!room) return null
  const { code, settings } = room
  const players = room.seats.filter((seat) => !seat.isSpectator)
  return (
    <main id="main" className="screen flex flex-col gap-4 p-6">
      <div className="flex items-center justify-between gap-10">
        <div className="grid min-w-0 flex-1 grid-cols-1 gap-5">
          <PhaseTitle className="text-3xl text-muted">
            {t.rich('join', {
              address: () => (
                <span dir="ltr" className="whitespace-nowrap text-ink">
                  {new URL(origin).host}
                </span>
              ),
            })}
          </PhaseTitle>
          <CodeCards code={code} size="large" />
          <p className="text-muted text-xl">{t('justWatch')}</p>
        </div>
        <QRCodeSVG
          value={`${origin}/room/${code}`}
          marginSize={2}
          title={t('qr')}
          className="size-[16rem] max-w-[35vw] shrink-0 rounded-3xl border-2 border-line shadow-sheet"
        />
      </div>
      <section aria-labelledby="players" className="flex min-h-0 flex-1 flex-col gap-3">
        <h2 id="players" className="text-2xl">
          {lobby('players', { count: players.length })}
        </h2>
        <Players players={players} />
      </section>
      <footer className="flex flex-wrap items-baseline justify-between gap-x-10 border-line border-t-2 pt-4 text-xl">
        <p>
          <span className="font-bold font-display">{nameOf(settings)}</span>{' '}
          <span className="text-muted">{lobby(`modeHints.${settings.mode}`)}</span>
        </p>
        <div role="status" className="flex min-w-0 max-w-full font-display font-semibold">
          {room.startsAt === null ? (
            <FittedText text={lobby('waitForHost', { name: hostName })} />
          ) : (
            <StartsIn />
          )}
        </div>
      </footer>
    </main>
  )
}

/** In units: as large as all have place for. */
const chips = [3.4, 2.9, 2.5, 2.2, 2].map((height) => ({
  width: height * 3.4,
  height: height + 0.4,
  head: 0,
  gap: 0.5,
}))

function Players({ players }: { players: readonly Seat[] }) {
  const lobby = useTranslations('room.lobby')
  const [ref, box] = useBox<HTMLDivElement>()
  const space = { width: box ? box.width / box.unit : 0, height: box ? box.height / box.unit + 0.4 : 0 }
  const chip =
    chips.find((each) => fitLines(players.length, space, each).places >= players.length) ?? chips.at(-1)
  if (!chip) return null
  const columns = Math.max(
    1,
    Math.floor((space.width + chip.gap) / (Math.min(20, chip.width * 1.5) + chip.gap)),
  )
  const least = fitLines(players.length, space, chip).columns
  return (
    <div ref={ref} className="min-h-0 flex-1">
      {box && (
        <ul
          className="grid gap-[calc(0.4*var(--u))]"
          style={{
            gridTemplateColumns: `repeat(${Math.max(columns, least)}, minmax(0, 1fr))`,
            gridAutoRows: `calc(${chip.height - 0.4} * var(--u))`,
            fontSize: `calc(${(chip.height - 0.4) * 0.6} * var(--u))`,
          }}
        >
          <AnimatePresence>
            {players.map((seat) => (
              <m.li
                key={seat.id}
                initial={{ opacity: 0, scale: 0.5 }}
                animate={{ opacity: seat.isConnected ? 1 : 0.55, scale: 1 }}
                exit={{ opacity: 0, scale: 0.5 }}
                transition={{ type: 'spring', stiffness: 320, damping: 22 }}
                className="relative flex min-w-0 items-center rounded-full border-2 border-line bg-card px-[0.6em]"
              >
                <SeatName name={seat.name} colour={seat.colour} className="flex-1" />
                {seat.isHost && (
                  // On the edge, where the longest name has all its place.
                  <Crown
                    role="img"
                    aria-label={lobby('host')}
                    className="absolute end-[0.1em] -top-[0.6em] size-[0.9em] text-accent"
                  />
                )}
              </m.li>
            ))}
          </AnimatePresence>
        </ul>
      )}
    </div>
  )
}
