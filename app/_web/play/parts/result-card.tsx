'use client'

import { m } from 'motion/react'
import { useFormatter, useTranslations } from 'next-intl'
import type { DrawingResult } from '#game/protocol/server-messages'
import { classes } from '../../kit/classes'
import { KeyboardMark } from '../../kit/keyboard-mark'
import { CountUp } from './count-up'
import { ReportButton } from './report'
import { ResultCurve } from './result-curve'
import { ResultPicture } from './result-picture'
import { SeatName } from './seat-name'

type ResultCardProps = {
  result: DrawingResult
  you: string
  /** From 0: later cards come in later. */
  order: number
  spanMs: number
}

/** One drawing with what the judge made of it. */
export function ResultCard({ result, you, order, spanMs }: ResultCardProps) {
  const t = useTranslations('room.reveal')
  const format = useFormatter()
  const { players, lock, wrongLocks, lagCreditMs, points, speed, cleanness } = result
  const [player] = players
  const colour = player?.colour ?? 0
  const isOwn = players.some(({ id }) => id === you)
  const delay = Math.min(order * 0.09, 0.8)
  const creditMs = Math.round(lagCreditMs)

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
        <ResultCurve result={result} colour={colour} spanMs={spanMs} />
        <p
          data-tip={lock && creditMs >= 1 ? t('lag', { ms: creditMs }) : undefined}
          className={classes(
            'figures text-base leading-tight',
            lock ? 'font-semibold text-good' : 'text-muted',
          )}
        >
          {lock
            ? t('locked', {
                seconds: format.number(lock.atMs / 1000, {
                  minimumFractionDigits: 2,
                  maximumFractionDigits: 2,
                }),
              })
            : t('notLocked')}
          {wrongLocks > 0 && (
            <span className="font-normal text-muted text-sm"> · {t('wrong', { count: wrongLocks })}</span>
          )}
        </p>
        {lock && (
          <dl className="grid grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-1 text-muted text-sm leading-tight">
            <Share name={t('speed')} value={speed} />
            <Share name={t('cleanness')} value={cleanness} />
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
