'use client'

import { m } from 'motion/react'
import { useFormatter, useTranslations } from 'next-intl'
import type { DrawingResult } from '#game/protocol/canvas-view'
import { classes } from '../../kit/classes'
import { FittedText } from '../../kit/fit/fitted-text'
import { KeyboardMark } from '../../kit/keyboard-mark'
import type { TileShape } from '../fit/fit-grid'
import { CountUp } from './count-up'
import { FoolingLine } from './fooling'
import { ReportButton } from './report'
import { ResultCurve } from './result-curve'
import { ResultPicture } from './result-picture'
import { leastSeatWidth, SeatName } from './seat-name'

/** What is written: all of it below the picture or beside it, or the least below or beside it. */
export const resultForms = ['below', 'beside', 'brief', 'aside'] as const

/** Below a narrower picture points have no place beside what was read, or beside the time to the lock. */
const leastForBoth = { fooling: 8.5, time: 5 }

/** No smaller, or what was drawn could not be made out; below it stand points, or what was read. */
const leastPicture = { points: 3.5, fooling: 4.5 }

/** Beside a picture little text leaves a frame that is empty. */
const noShape: TileShape = { least: Number.POSITIVE_INFINITY }

type ResultParts = {
  /** Names of those who drew, for each card. */
  readonly names: readonly (readonly string[])[]
  /** Whether any card shows what its points are made of. */
  readonly hasDetails: boolean
  /** Whether the cards show what people and the judge read. */
  readonly hasFooling: boolean
}

export function resultShapes({ names, hasDetails, hasFooling }: ResultParts): TileShape[] {
  const height = Math.max(1, ...names.map(({ length }) => length)) * 1.9
  const least = hasFooling ? leastPicture.fooling : leastPicture.points
  const brief = briefShapes(height, least, Math.max(0, ...names.flat().map(leastSeatWidth)))
  if (hasFooling) return [{ below: height + 3.25, least: 11.5 }, noShape, ...brief]
  return [
    { below: height + (hasDetails ? 9.25 : 3.25), least: 9 },
    hasDetails ? { below: 0.75, beside: 11.5, least: Math.max(8.25, height + 5.5) } : noShape,
    ...brief,
  ]
}

/** Text keeps clear of the frame around the own card by so much, in units. */
const textInset = 0.25

function briefShapes(height: number, least: number, across: number): TileShape[] {
  return [
    { below: height + 2.25, least, across: across + 2 * textInset },
    { beside: 9, least: Math.max(4.5, height + 1.75) },
  ]
}

type ResultCardProps = {
  /** All drawings of one canvas: one of a race, many of a sequence. */
  results: readonly DrawingResult[]
  points: number
  rank: number
  you: string
  /** From 0: later cards come in later. */
  place: number
  spanMs: number
  form: number
  /** Side of the picture, in units. */
  picture: number
}

/** What came of one canvas, with what the judge made of it. */
export function ResultCard({
  results,
  points,
  rank,
  you,
  place,
  spanMs,
  form: at,
  picture,
}: ResultCardProps) {
  const format = useFormatter()
  const form = resultForms[at] ?? 'brief'
  const isBrief = form === 'brief' || form === 'aside'
  const [result] = results
  if (!result) return null
  const only = results.length === 1 ? result : null
  const { players } = result
  const [player] = players
  const isOwn = players.some(({ id }) => id === you)
  const delay = Math.min(place * 0.09, 0.8)
  const fooling = only?.fooling
  const isGood = fooling ? fooling.isFooled : results.some(({ lock }) => lock)
  return (
    <m.li
      initial={{ opacity: 0, y: 24 }}
      animate={{ opacity: 1, y: 0 }}
      transition={{ delay, type: 'spring', stiffness: 260, damping: 26 }}
      data-own={isOwn}
      className={classes(
        'grid min-w-0 content-start gap-x-3 rounded-[calc(0.75*var(--u))] outline-offset-2 data-[own=true]:outline-3 data-[own=true]:outline-ink',
        form === 'beside' || form === 'aside' ? 'grid-cols-[auto_minmax(0,1fr)]' : 'grid-cols-1',
      )}
    >
      <div
        style={{ width: `calc(${picture} * var(--u))` }}
        className={classes(
          'squared @container relative mx-auto aspect-square max-w-full self-start overflow-hidden rounded-2xl border-2 bg-card [--square:12.5%]',
          isGood ? 'border-good' : 'border-line',
        )}
      >
        <Pictures results={results} />
        {/* A small picture has place for one mark: who is how far says the order, and the standings beside it. */}
        <span
          data-first={rank === 1}
          className={
            fooling && isBrief
              ? 'sr-only'
              : 'figures absolute start-1 top-1 grid size-[min(calc(1.5*var(--u)),26cqw)] place-items-center rounded-full bg-wash font-extrabold text-[length:min(var(--u),17cqw)] leading-none data-[first=true]:bg-accent data-[first=true]:text-on-accent'
          }
        >
          {format.number(rank)}
        </span>
        {fooling && (
          <span className="figures absolute end-1 top-1 grid min-w-[1.3em] place-items-center rounded-[0.35em] bg-accent p-[0.17em] font-extrabold text-[length:min(calc(1.5*var(--u)),22cqw)] text-on-accent leading-none">
            {result.prompt}
          </span>
        )}
        {player && !isOwn && you && !isBrief && (
          <ReportButton player={player} className="absolute end-0 bottom-0" />
        )}
      </div>
      <div className="grid min-w-0 grid-cols-1 content-start px-1 text-lg">
        <div className="flex min-w-0 items-start justify-between gap-2">
          <span className="grid min-w-0 flex-1 grid-cols-1">
            {players.map(({ id, name, colour }) => (
              <span key={id} className="flex h-7.5 min-w-0 items-center gap-1">
                <SeatName name={name} colour={colour} isYou={id === you && !isBrief} />
              </span>
            ))}
          </span>
          {results.some(({ isByKeyboard }) => isByKeyboard) && <KeyboardMark />}
        </div>
        <div className="flex min-w-0 items-center justify-between gap-2 leading-none">
          <span
            className={classes(
              'figures shrink-0 font-extrabold',
              isBrief ? 'text-lg' : 'py-1 text-3xl',
              // The standings say the points as well, and nothing else says what was read.
              fooling && form === 'brief' && picture < leastForBoth.fooling && 'sr-only',
            )}
          >
            <CountUp value={points} delay={delay} />
          </span>
          {fooling ? (
            <FoolingLine fooling={fooling} isBrief={isBrief} />
          ) : (
            <Outcome {...{ results, isBrief }} isHidden={form === 'brief' && picture < leastForBoth.time} />
          )}
        </div>
        {only && !fooling && !isBrief && (
          <>
            <ResultCurve result={only} colour={player?.colour ?? 0} spanMs={spanMs} />
            <Details result={only} />
          </>
        )}
      </div>
    </m.li>
  )
}

type OutcomeProps = {
  results: readonly DrawingResult[]
  isBrief: boolean
  /** To be read out alone. */
  isHidden: boolean
}

/** How soon it locked, or how many of a sequence did. */
function Outcome({ results, isBrief, isHidden }: OutcomeProps) {
  const t = useTranslations('room.reveal')
  const format = useFormatter()
  const locked = results.filter(({ lock }) => lock)
  const [first] = results.length === 1 ? locked : []
  const creditMs = Math.round(first?.lagCreditMs ?? 0)
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2 }
  // The points of many digits take the whole width.
  if (isBrief && results.length > 1) return null
  const text =
    results.length > 1
      ? t('drawings', { count: locked.length })
      : first?.lock
        ? t('locked', { seconds: format.number(first.lock.atMs / 1000, digits) })
        : isBrief
          ? '–'
          : t('notLocked')
  return (
    <span
      data-tip={first && creditMs >= 1 ? t('lag', { ms: creditMs }) : undefined}
      className={classes(
        isHidden ? 'sr-only' : 'figures flex h-6.5 min-w-0 flex-1 items-center justify-end text-base',
        locked.length > 0 ? 'font-semibold text-good' : 'text-muted',
      )}
    >
      <FittedText text={text} />
    </span>
  )
}

/** What the points are made of. */
function Details({ result }: { result: DrawingResult }) {
  const t = useTranslations('room.reveal')
  const { lock, wrongLocks, speed, cleanness } = result
  return (
    <>
      {lock && (
        <dl className="mt-1 grid grid-cols-[auto_1fr_auto] items-center gap-x-2 text-muted text-sm leading-tight">
          <Share name={t('speed')} value={speed} />
          <Share name={t('cleanness')} value={cleanness} />
        </dl>
      )}
      {wrongLocks > 0 && (
        <p className="text-muted text-sm leading-tight">{t('wrong', { count: wrongLocks })}</p>
      )}
    </>
  )
}

/** One drawing on the whole paper, or as many as fit beside each other, and beside the rank in the corner. */
function Pictures({ results }: { results: readonly DrawingResult[] }) {
  const hasCorner = results.length > 1
  const side = hasCorner ? Math.min(7, Math.ceil(Math.sqrt(results.length + 1))) : 1
  return (
    <div
      className="absolute inset-0 grid content-start"
      style={{ gridTemplateColumns: `repeat(${side}, minmax(0, 1fr))` }}
    >
      {hasCorner && <span />}
      {results.slice(0, side * side - (hasCorner ? 1 : 0)).map((result) => (
        <ResultPicture key={result.index} result={result} />
      ))}
    </div>
  )
}

function Share({ name, value }: { name: string; value: number }) {
  const format = useFormatter()
  return (
    <div className="col-span-3 grid grid-cols-subgrid items-center">
      <dt>{name}</dt>
      <dd className="contents">
        <span aria-hidden="true" className="h-1.5 overflow-hidden rounded-full bg-wash forced-colors:border">
          <span
            className="block h-full rounded-full bg-ink/80 forced-color-adjust-none"
            style={{ width: `${value * 100}%` }}
          />
        </span>
        <span className="figures">{format.number(value, { style: 'percent' })}</span>
      </dd>
    </div>
  )
}
