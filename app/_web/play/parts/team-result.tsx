'use client'

import { m } from 'motion/react'
import { useTranslations } from 'next-intl'
import type { DrawingResult } from '#game/protocol/server-messages'
import { classes } from '../../kit/classes'
import { KeyboardMark } from '../../kit/keyboard-mark'
import { CountUp } from './count-up'
import { ResultPicture } from './result-picture'
import { SeatName } from './seat-name'

type TeamResultProps = {
  results: readonly DrawingResult[]
  points: number
  you: string
  order: number
}

/** Everything one canvas saw in a round of many digits. */
export function TeamResult({ results, points, you, order }: TeamResultProps) {
  const t = useTranslations('room.reveal')
  const locked = results.filter(({ lock }) => lock)
  const players = results[0]?.players ?? []
  const isOwn = players.some(({ id }) => id === you)
  return (
    <m.li
      initial={{ opacity: 0, y: 24 }}
      animate={{ opacity: 1, y: 0 }}
      transition={{ delay: Math.min(order * 0.09, 0.8), type: 'spring', stiffness: 260, damping: 26 }}
      className={classes(
        'col-span-full rounded-sheet border-2 bg-card p-4 shadow-sheet',
        isOwn ? 'border-ink' : 'border-transparent',
      )}
    >
      <div className="flex items-start justify-between gap-4">
        <span className="flex flex-wrap gap-x-4">
          {players.map(({ id, name, colour }) => (
            <SeatName key={id} name={name} colour={colour} isYou={id === you} />
          ))}
          {results.some(({ isByKeyboard }) => isByKeyboard) && <KeyboardMark />}
        </span>
        <span className="text-end">
          <span className="block font-extrabold text-4xl leading-none">
            <CountUp value={points} />
          </span>
          <span className="text-muted">{t('drawings', { count: locked.length })}</span>
        </span>
      </div>
      <ul className="mt-3 grid gap-2 [grid-template-columns:repeat(auto-fill,minmax(4rem,1fr))]">
        {results.map((result) => (
          <li
            key={result.index}
            className={classes(
              'rounded-xl border-2',
              result.lock ? 'border-good' : 'border-line border-dashed',
            )}
          >
            <ResultPicture result={result} />
          </li>
        ))}
      </ul>
    </m.li>
  )
}
