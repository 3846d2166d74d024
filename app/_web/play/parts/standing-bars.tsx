'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { Tally } from '#game/protocol/server-messages'
import { inkColour } from '../../ink/palette'
import { FittedText } from '../../kit/fit/fitted-text'
import { linesThatMatter } from '../fit/lines-that-matter'
import { useBox } from '../fit/use-box'
import { useRoom } from '../room-client/use-room'
import { CountUp } from './count-up'
import { placingOf } from './placing'
import { SeatName } from './seat-name'
import { isIn, type Side, sidesOf } from './sides'
import { usePlacingText, useSideName } from './use-placing-text'

/** In units. */
export const barHeight = 1.9
/** For so long the standings before the round are shown. */
const stillMs = 500

/** How everybody stands: bars grow by what the round has brought, then change places. As many as have a place; the own one always. */
export function StandingBars({ tally, you }: { tally: Tally; you: string }) {
  const t = useTranslations('room.finished')
  const before = useRoom((state) => state.tallyBefore)
  const [ref, box] = useBox<HTMLDivElement>()
  const [isMoved, setMoved] = useState(before === null)
  useEffect(() => {
    const timer = setTimeout(() => setMoved(true), stillMs)
    return () => clearTimeout(timer)
  }, [])

  const sides = sidesOf(tally)
  const own = sides.findIndex((side) => isIn(side, you))
  const places = box ? Math.max(1, Math.floor(box.height / box.unit / barHeight)) : 0
  const shown = linesThatMatter(sides.length, own, places).flatMap((index) => sides[index] ?? [])
  const scoreBefore = ({ members }: Side) =>
    before?.find(({ playerId }) => members.some((member) => member.playerId === playerId))?.score ?? 0
  const earlier = before ? [...shown].sort((one, other) => scoreBefore(other) - scoreBefore(one)) : shown
  const most = Math.max(1, ...sides.map(({ score }) => score))
  return (
    <div ref={ref} className="size-full min-h-0">
      <ol aria-label={t('standings')} className="relative">
        {shown.map((side, place) => (
          <Bar
            key={side.key}
            side={side}
            you={you}
            from={before ? scoreBefore(side) : side.score}
            share={(isMoved ? side.score : scoreBefore(side)) / most}
            place={isMoved ? place : earlier.indexOf(side)}
          />
        ))}
      </ol>
    </div>
  )
}

type BarProps = { side: Side; you: string; from: number; share: number; place: number }

function Bar({ side, you, from, share, place }: BarProps) {
  const format = useFormatter()
  const nameOf = useSideName()
  const [first] = side.members
  if (!first) return null
  return (
    <li
      data-own={isIn(side, you)}
      className="standing-bar absolute inset-x-0 flex items-center gap-2 rounded-lg px-1 data-[own=true]:bg-wash"
      style={{
        height: `calc(${barHeight} * var(--u))`,
        translate: `0 calc(${place * barHeight} * var(--u))`,
      }}
    >
      <span className="figures w-[1.6em] shrink-0 text-end font-bold text-base">
        {format.number(side.rank)}
      </span>
      <span className="relative h-full min-w-0 flex-1">
        <span
          className="standing-bar forced-color-adjust-none absolute inset-x-0 bottom-[8%] h-[22%] origin-left rounded-full rtl:origin-right"
          style={{ backgroundColor: inkColour(first.colour), transform: `scaleX(${share})` }}
        />
        <span className="absolute inset-x-0 top-0 flex h-[68%] items-center text-base">
          {side.team === null ? (
            <SeatName
              name={first.name}
              colour={first.colour}
              isYou={first.playerId === you}
              className="flex-1"
            />
          ) : (
            <FittedText text={nameOf(side)} className="font-semibold" />
          )}
        </span>
      </span>
      <span className="figures shrink-0 font-bold text-base">
        <CountUp value={side.score} from={from} delay={stillMs / 1000} />
      </span>
    </li>
  )
}

/** "2nd, 40 behind", "You lead by 84"; for who only watches, who leads and by how much. */
export function PlacingLine({ tally, you }: { tally: Tally; you: string }) {
  const textOf = usePlacingText()
  const sides = sidesOf(tally)
  const own = sides.find((side) => isIn(side, you)) ?? sides[0]
  if (!own) return null
  const placing = placingOf(
    own,
    sides.filter((side) => side !== own),
  )
  return placing && <FittedText text={textOf(placing, isIn(own, you) ? undefined : own)} />
}
