'use client'

import { m } from 'motion/react'
import { useFormatter, useTranslations } from 'next-intl'
import type { DrawingResult } from '#game/protocol/server-messages'
import { classes } from '../../kit/classes'
import { KeyboardMark } from '../../kit/keyboard-mark'
import { ConfidenceCurve } from './confidence-curve'
import { CountUp } from './count-up'
import { ReportButton } from './report'
import { ResultPicture } from './result-picture'
import { SeatName } from './seat-name'

type ResultCardProps = {
  result: DrawingResult
  you: string
  /** From 0: later cards come in later. */
  place: number
  spanMs: number
}

/** One drawing with what the judge made of it. */
export function ResultCard({ result, you, place, spanMs }: ResultCardProps) {
  const words = useTranslations('room.reveal')
  const format = useFormatter()
  const { players, lock, wrongLocks, lagCreditMs, points, speed, cleanness } = result
  const [player] = players
  const colour = player?.colour ?? 0
  const isOwn = players.some(({ id }) => id === you)
  const delay = Math.min(place * 0.09, 0.8)
  const small = [
    wrongLocks > 0 && words('wrong', { count: wrongLocks }),
    lock && lagCreditMs >= 1 && words('lag', { ms: Math.round(lagCreditMs) }),
  ].filter(Boolean)

  return (
    <m.li
      initial={{ opacity: 0, y: 24 }}
      animate={{ opacity: 1, y: 0 }}
      transition={{ delay, type: 'spring', stiffness: 260, damping: 26 }}
      className={classes(
        'grid grid-cols-[6.5rem_1fr] gap-x-4 rounded-sheet border-2 bg-card p-3 shadow-sheet sm:grid-cols-1 sm:gap-y-2 sm:p-4',
        isOwn ? 'border-ink' : 'border-transparent',
      )}
    >
      <div className="squared relative self-start rounded-xl border border-line [--square:12.5%]">
        <ResultPicture result={result} />
        {player && !isOwn && <ReportButton player={player} className="absolute end-0 bottom-0" />}
      </div>
      <div className="grid min-w-0 content-between gap-1.5">
        <div className="flex items-start justify-between gap-2">
          <span className="grid min-w-0">
            {players.map(({ id, name, colour }) => (
              <SeatName key={id} name={name} colour={colour} isYou={id === you} />
            ))}
            {result.isByKeyboard && <KeyboardMark />}
          </span>
          <span className="figures font-extrabold text-3xl leading-none">
            <CountUp value={points} delay={delay} />
          </span>
        </div>
        <ConfidenceCurve result={result} colour={colour} spanMs={spanMs} />
        <p
          className={classes(
            'figures text-base leading-tight',
            lock ? 'font-semibold text-good' : 'text-muted',
          )}
        >
          {lock
            ? words('locked', {
                seconds: format.number(lock.atMs / 1000, {
                  minimumFractionDigits: 2,
                  maximumFractionDigits: 2,
                }),
              })
            : words('notLocked')}
          {small.length > 0 && <span className="font-normal text-muted text-sm"> · {small.join(' · ')}</span>}
        </p>
        {lock && (
          <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-1 text-muted text-sm leading-tight">
            <Share name={words('speed')} value={speed} />
            <Share name={words('cleanness')} value={cleanness} />
          </dl>
        )}
      </div>
    </m.li>
  )
}

function Share({ name, value }: { name: string; value: number }) {
  const format = useFormatter()
  return (
    <div className="col-span-3 grid grid-cols-subgrid items-center">
      <dt>{name}</dt>
      <dd className="contents">
        <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-wash">
          <span className="block h-full rounded-full bg-ink/80" style={{ width: `${value * 100}%` }} />
        </span>
        <span className="figures">{format.number(value, { style: 'percent' })}</span>
      </dd>
    </div>
  )
}
