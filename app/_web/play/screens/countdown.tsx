'use client'

import { useTranslations } from 'next-intl'
import type { Seat } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { FittedText } from '../../kit/fit/fitted-text'
import { fitLines } from '../fit/fit-lines'
import { paginate } from '../fit/paginate'
import { useBox } from '../fit/use-box'
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
  return (
    <main id="main" className="screen safe flex flex-col gap-3">
      <TimeBar endsAt={endsAt} totalMs={settings.countdownMs} className="shrink-0" />
      <PhaseTitle className="flex shrink-0 justify-center text-2xl text-muted">
        <FittedText text={rounds > 1 ? t('round', { round: round + 1, rounds }) : t('title')} />
      </PhaseTitle>
      <div className="@container-[size] grid min-h-0 flex-[2] place-items-center">
        <p
          key={seconds}
          aria-hidden="true"
          className="w-full animate-[slam_0.3s_var(--ease-pen)_both] text-center text-[length:min(70cqh,40cqw)] leading-[0.85]"
        >
          {seconds > 0 ? (
            <span className="figures font-extrabold">{seconds}</span>
          ) : (
            <FittedText text={t('go')} className="font-display font-extrabold" />
          )}
        </p>
      </div>
      {room?.isDaily ? (
        <p className="mx-auto max-w-xs flex-1 text-center text-lg">
          {t(room.isRankedTry ? 'ranked' : 'unranked')}
        </p>
      ) : (
        <div className="min-h-0 flex-1">
          <Players />
        </div>
      )}
    </main>
  )
}

const none: readonly Seat[] = []
/** In units. */
const lines = { width: 8, height: 2, head: 0, gap: 1 }

/** Who is about to draw: all, or as many as there is place for, and oneself. */
function Players() {
  const [ref, box] = useBox<HTMLDivElement>()
  const seats = useRoom(({ room }) => room?.seats ?? none)
  const you = useRoom((state) => state.you)
  const players = seats.filter((seat) => !seat.isSpectator && seat.isConnected)
  const space = { width: box ? box.width / box.unit : 0, height: box ? box.height / box.unit : 0 }
  const { columns, places } = fitLines(players.length, space, lines)
  const { shown } = paginate(players, places, 0, ({ id }) => id === you)
  return (
    <div ref={ref} className="size-full">
      {box && (
        <ul
          className="grid justify-center gap-x-4 text-lg"
          style={{
            gridTemplateColumns: `repeat(${Math.max(columns, Math.min(players.length, Math.floor(space.width / 9)))}, minmax(0, max-content))`,
          }}
        >
          {shown.map((seat) => (
            <li key={seat.id} className="flex h-8 min-w-0 items-center justify-center">
              <SeatName name={seat.name} colour={seat.colour} isYou={seat.id === you} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
