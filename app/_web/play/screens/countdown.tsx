'use client'

import { useTranslations } from 'next-intl'
import type { RoomSettings } from '#game/protocol/scalars'
import type { Seat } from '#game/protocol/server-messages'
import { InkDrop } from '../../ink/ink-shape'
import { FittedText } from '../../kit/fit/fitted-text'
import { fitLines } from '../fit/fit-lines'
import { paginate } from '../fit/paginate'
import { useBox } from '../fit/use-box'
import { dropCount } from '../parts/drops'
import { EmoteBar, useHasListeners } from '../parts/emotes'
import { GhostNote } from '../parts/ghost-note'
import { LeaveButton } from '../parts/leave-button'
import { PhaseTitle } from '../parts/phase-title'
import { SeatName } from '../parts/seat-name'
import { TimeBar } from '../parts/time-bar'
import { useDropsLeft } from '../parts/use-drops-left'
import { useTwists } from '../parts/use-game-name'
import { useRoom } from '../room-client/use-room'

/** Three drops of ink go one by one; then people draw. */
export function Countdown() {
  const phase = useRoom((state) => state.phase)
  if (phase?.name !== 'countdown') return null
  return <Count {...phase} />
}

type CountProps = { endsAt: number; totalMs: number; round: number; rounds: number }

function Count({ endsAt, totalMs, round, rounds }: CountProps) {
  const t = useTranslations('room.countdown')
  const drops = useDropsLeft(endsAt, totalMs)
  const room = useRoom((state) => state.room)
  const hasListeners = useHasListeners()
  const isSeated = useRoom(({ room, you }) => room?.seats.some(({ id }) => id === you) ?? false)
  return (
    <main id="main" className="screen safe flex flex-col gap-3">
      <TimeBar endsAt={endsAt} totalMs={totalMs} className="shrink-0" />
      <PhaseTitle className="flex shrink-0 justify-center text-2xl text-muted">
        <FittedText text={rounds > 1 ? t('round', { round: round + 1, rounds }) : t('title')} />
      </PhaseTitle>
      {room && <Twist settings={room.settings} />}
      <div className="@container-[size] grid min-h-0 flex-[2] grid-cols-1 place-items-center">
        {drops > 0 ? (
          <Drops left={drops} />
        ) : (
          <p className="w-full animate-[slam_0.2s_var(--ease-pen)_both] text-center text-[length:min(60cqh,28cqw)] leading-none [:lang(ar)_&]:text-[length:min(60cqh,18cqw)]">
            <FittedText text={t('go')} className="font-display font-extrabold text-accent" />
          </p>
        )}
      </div>
      {room?.isDaily ? (
        <p className="mx-auto max-w-xs flex-1 text-center text-lg">
          {t(room.isRankedTry ? 'ranked' : 'unranked')}
        </p>
      ) : (
        <div className="flex flex-1 flex-col gap-2">
          <GhostNote className="mx-auto max-w-lg shrink-0 text-center text-base leading-snug" />
          {/* A line of names at least, which asks for no more than it gets. */}
          <div className="relative min-h-8 flex-1">
            <Players />
          </div>
        </div>
      )}
      {isSeated && (
        <div className="flex max-w-full items-center self-center">
          {hasListeners && <EmoteBar className="flex min-w-0" />}
          <LeaveButton />
        </div>
      )}
    </main>
  )
}

/** What makes this game other than a plain one, and what that means. */
function Twist({ settings }: { settings: RoomSettings }) {
  const t = useTranslations('room')
  const twists = useTwists()(settings)
  if (twists.length === 0) return null
  const { modifier } = settings
  return (
    <p className="shrink-0 text-balance text-center text-lg leading-tight">
      <span className="font-display font-semibold">{twists.join(' · ')}</span>
      <span className="block text-base text-muted">
        {modifier === 'none' ? t('lobby.sumsHint') : t(`modifierHints.${modifier}`)}
      </span>
    </p>
  )
}

/** Those that have gone leave their outline. */
function Drops({ left }: { left: number }) {
  return (
    <div aria-hidden="true" data-testid="drops" data-left={left} className="flex gap-[4cqw]">
      {Array.from({ length: dropCount }, (_, index) => (
        <InkDrop
          // biome-ignore lint/suspicious/noArrayIndexKey: they are alike and never change places
          key={index}
          isGone={index >= left}
          className="size-[min(50cqh,22cqw)] text-accent"
        />
      ))}
    </div>
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
  const ghosts = useRoom(({ room }) => room?.ghosts?.seats ?? none)
  const people = seats.filter((seat) => !seat.isSpectator && seat.isConnected)
  // [R25] Nobody races ghosts who can race people.
  const players = people.length === 1 ? [...people, ...ghosts] : people
  const space = { width: box ? box.width / box.unit : 0, height: box ? box.height / box.unit : 0 }
  const { columns, places } = fitLines(players.length, space, lines)
  const { shown } = paginate(players, places, 0, ({ id }) => id === you)
  return (
    <div ref={ref} className="absolute inset-0">
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
