'use client'

import { m } from 'motion/react'
import { useFormatter, useTranslations } from 'next-intl'
import type { StandingView } from '#game/protocol/server-messages'
import { InkShape } from '../../ink/ink-shape'
import { inkColour } from '../../ink/palette'
import { CountUp } from './count-up'

/** By rank: how late and how high a block rises. Who shares a rank stands equally high. */
const blocks = [
  { height: 'h-44 sm:h-60', delay: 0.9, size: 'text-8xl' },
  { height: 'h-32 sm:h-44', delay: 0.5, size: 'text-6xl' },
  { height: 'h-22 sm:h-30', delay: 0.15, size: 'text-5xl' },
] as const
/** Where each of the best three stands: the first in the middle. */
const orders = [2, 1, 3]

type PodiumStanding = Pick<StandingView, 'playerId' | 'name' | 'colour' | 'rank' | 'score'>

/** The best three on their blocks. */
export function Podium({ standings }: { standings: readonly PodiumStanding[] }) {
  const t = useTranslations('room.finished')
  const format = useFormatter()
  return (
    <ol
      aria-label={t('podium')}
      className="mx-auto flex w-full max-w-xl items-end justify-center gap-2 sm:gap-3"
    >
      {standings.slice(0, orders.length).map((standing, index) => {
        const { height, delay, size } = blocks[standing.rank - 1] ?? blocks[2]
        const order = orders[index]
        return (
          <li
            key={standing.playerId}
            style={{ order }}
            className="grid min-w-0 max-w-48 flex-1 justify-items-center gap-2"
          >
            <m.div
              initial={{ opacity: 0, y: 12 }}
              animate={{ opacity: 1, y: 0 }}
              transition={{ delay: delay + 0.35 }}
              className="grid w-full min-w-0 justify-items-center text-center"
            >
              <InkShape colour={standing.colour} className={standing.rank === 1 ? 'size-12' : 'size-8'} />
              <bdi className="mt-1 w-full truncate font-bold font-display text-lg leading-tight">
                {standing.name}
              </bdi>
              <span className="figures font-extrabold text-2xl leading-tight sm:text-3xl">
                <CountUp value={standing.score} delay={delay + 0.35} />
              </span>
            </m.div>
            <m.div
              initial={{ scaleY: 0 }}
              animate={{ scaleY: 1 }}
              transition={{ delay, type: 'spring', stiffness: 170, damping: 17 }}
              className={`relative w-full origin-bottom rounded-t-2xl ${height}`}
              style={{ backgroundColor: inkColour(standing.colour) }}
            >
              <span
                className={`figures absolute inset-x-0 top-3 text-center font-extrabold text-card leading-none ${size}`}
              >
                {format.number(standing.rank)}
              </span>
            </m.div>
          </li>
        )
      })}
    </ol>
  )
}
