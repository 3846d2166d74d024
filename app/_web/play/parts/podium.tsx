'use client'

import { m } from 'motion/react'
import { useFormatter, useTranslations } from 'next-intl'
import { InkShape } from '../../ink/ink-shape'
import { inkColour } from '../../ink/palette'
import { FittedText } from '../../kit/fit/fitted-text'
import { CountUp } from './count-up'
import { type ShownStanding, sidesOf } from './sides'
import { useSideName } from './use-placing-text'

/** By rank: how late a block rises, and how high for the place there is. Who shares a rank stands equally high. */
const blocks = [
  { share: 1, delay: 0.9 },
  { share: 0.7, delay: 0.5 },
  { share: 0.45, delay: 0.15 },
] as const
/** Where each of the best three stands: the first in the middle. */
const orders = [2, 1, 3]

/** The best three, players or teams, on their blocks, as high as the place it is given. */
export function Podium({ standings }: { standings: readonly ShownStanding[] }) {
  const nameOf = useSideName()
  const t = useTranslations('room.finished')
  const format = useFormatter()
  return (
    <ol
      aria-label={t('podium')}
      className="mx-auto flex h-full w-full max-w-xl items-end justify-center gap-2"
    >
      {sidesOf(standings)
        .slice(0, orders.length)
        .map((side, place) => {
          const { share, delay } = blocks[side.rank - 1] ?? blocks[2]
          const colour = side.members[0]?.colour ?? 0
          const order = orders[place]
          return (
            <li
              key={side.key}
              style={{ order }}
              className="flex h-full min-w-0 max-w-48 flex-1 flex-col items-center justify-end gap-1"
            >
              <m.div
                initial={{ opacity: 0, y: 12 }}
                animate={{ opacity: 1, y: 0 }}
                transition={{ delay: delay + 0.35 }}
                className="flex w-full min-w-0 flex-col items-center text-center"
              >
                <span className="flex h-6 gap-1">
                  {side.members.map((member) => (
                    <InkShape
                      key={member.playerId}
                      colour={member.colour}
                      className="size-6 min-w-0 shrink!"
                    />
                  ))}
                </span>
                <span className="flex h-7.5 w-full items-center justify-center text-lg leading-none">
                  <FittedText text={nameOf(side)} mayBreak className="font-bold font-display" />
                </span>
                <span className="figures font-extrabold text-xl leading-tight">
                  <CountUp value={side.score} delay={delay + 0.35} />
                </span>
              </m.div>
              <m.div
                initial={{ scaleY: 0 }}
                animate={{ scaleY: 1 }}
                transition={{ delay, type: 'spring', stiffness: 170, damping: 17 }}
                className="@container-[size] grid w-full origin-bottom place-items-center rounded-t-2xl forced-color-adjust-none"
                style={{
                  backgroundColor: inkColour(colour),
                  height: `calc((100% - 5.5 * var(--u)) * ${share})`,
                }}
              >
                <span className="figures font-extrabold text-[length:min(70cqh,45cqw)] text-card leading-none">
                  {format.number(side.rank)}
                </span>
              </m.div>
            </li>
          )
        })}
    </ol>
  )
}
