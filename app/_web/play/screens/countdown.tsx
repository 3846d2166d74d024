'use client'

import { useTranslations } from 'next-intl'
import { settings } from '#game/settings'
import { classes } from '../../kit/classes'
import { PhaseTitle } from '../parts/phase-title'
import { SeatName } from '../parts/seat-name'
import { TimeBar } from '../parts/time-bar'
import { useSecondsLeft } from '../parts/use-seconds-left'
import { useRoom } from '../room-client/use-room'

/** Three, two, one. */
export function Countdown() {
  const phase = useRoom((state) => state.phase)
  if (phase?.name !== 'countdown') return null
  return <Count {...phase} />
}

function Count({ endsAt, round, rounds }: { endsAt: number; round: number; rounds: number }) {
  const t = useTranslations('room.countdown')
  const seconds = useSecondsLeft(endsAt)
  const room = useRoom((state) => state.room)
  const you = useRoom((state) => state.you)
  const players = room?.seats.filter((seat) => !seat.isSpectator && seat.isConnected) ?? []
  return (
    <main
      id="main"
      className="grid min-h-dvh grid-rows-[auto_1fr_auto] gap-6 p-4 pt-[max(0.75rem,env(safe-area-inset-top))] lg:p-8"
    >
      <TimeBar endsAt={endsAt} totalMs={settings.countdownMs} />
      <div className="grid content-center justify-items-center gap-2 text-center">
        <PhaseTitle className="font-semibold text-2xl text-muted">
          {rounds > 1 ? t('round', { round: round + 1, rounds }) : t('title')}
        </PhaseTitle>
        <p
          key={seconds}
          aria-hidden="true"
          className={classes(
            'figures animate-[slam_0.3s_var(--ease-pen)_both] font-extrabold leading-[0.85]',
            // The longest word for "Draw!" in any language is as wide as eleven digits.
            seconds > 0 ? 'text-[min(60vw,24rem)]' : 'text-[min(15vw,9rem)]',
          )}
        >
          {seconds > 0 ? seconds : t('go')}
        </p>
        {room?.isDaily && (
          <p className="mt-4 max-w-xs text-lg">{t(room.isRankedTry ? 'ranked' : 'unranked')}</p>
        )}
      </div>
      <ul className="mb-[env(safe-area-inset-bottom)] flex flex-wrap justify-center gap-x-5 gap-y-2 text-lg">
        {players.map((seat) => (
          <li key={seat.id} className="min-w-0">
            <SeatName name={seat.name} colour={seat.colour} isYou={seat.id === you} />
          </li>
        ))}
      </ul>
    </main>
  )
}
