'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { classes } from '../../kit/classes'
import { FittedText } from '../../kit/fit/fitted-text'
import { useSum } from '../../kit/i18n/use-numbers'
import { useOwnCanvas } from '../room-client/use-canvases'
import { useRoom } from '../room-client/use-room'
import { LockedStrip } from './locked-strip'
import { PhaseTitle } from './phase-title'
import { PlacingNow } from './placing-now'
import { useSecondsLeft } from './use-seconds-left'

const figure = 'figures font-extrabold leading-none'

type PromptProps = {
  endsAt: number
  isOpen: boolean
  isTimed: boolean
  round: number
  rounds: number
  isWide: boolean
}

/** The digit to be drawn, as large as the screen allows, and the time there is for it. */
export function Prompt({ endsAt, isOpen, isTimed, round, rounds, isWide }: PromptProps) {
  const t = useTranslations('room.drawing')
  const names = useTranslations('room.modes')
  const format = useFormatter()
  const mode = useRoom(({ phase }) => (phase !== null && 'mode' in phase ? phase.mode : 'race'))
  const own = useOwnCanvas()
  const seconds = useSecondsLeft(endsAt)
  const { written } = useSum()
  const prompt = useRoom(({ canvases }) => canvases[own ?? 0]?.prompt ?? null)
  const sum = useRoom(({ canvases }) => canvases[own ?? 0]?.sum)
  const drawing = useRoom(({ canvases }) => canvases[own ?? 0]?.drawing ?? 0)
  const score = useRoom(({ room, you, canvases }) => {
    const before = room?.seats.find((seat) => seat.id === you)?.score ?? 0
    return before + (own === null ? 0 : (canvases[own]?.points ?? 0))
  })
  const title = own === null && mode !== 'race' ? (isOpen ? names(mode) : t('judging')) : null
  return (
    <div
      className={classes(
        'round-prompt flex min-w-0 gap-3',
        isWide ? 'flex-col gap-2!' : 'h-18 items-center justify-between',
      )}
    >
      <PhaseTitle
        className={classes(
          'min-w-0',
          isWide ? 'grid grid-cols-1 justify-items-start gap-2' : 'flex items-center gap-3',
          // Beside the strip, which takes what is left.
          !isWide && (own === null || mode === 'fool') && 'flex-auto',
        )}
      >
        <FittedText
          text={
            title ??
            (isOpen ? (sum ? t('drawAnswer') : t('drawA', { digit: String(prompt ?? '') })) : t('judging'))
          }
          className={title ? 'text-3xl' : 'text-xl'}
        />
        {title === null && (prompt !== null || sum) && (
          <span
            key={`${round} ${drawing}`}
            data-testid="prompt"
            className={classes(
              'figures shrink-0 font-extrabold text-accent leading-[0.76]',
              sum ? 'round-sum' : 'round-digit',
              drawing > 0 ? 'prompt-ready' : 'prompt-lands',
            )}
          >
            {sum ? written(sum) : prompt}
          </span>
        )}
      </PhaseTitle>
      {own !== null && (mode === 'fool' ? <SecretHint /> : <LockedStrip isWide={isWide} />)}
      <dl
        className={classes(
          'grid shrink-0 grid-cols-[auto_auto] gap-x-4',
          isWide ? 'justify-start' : 'text-end',
        )}
      >
        {/* Upright the words beside the digit need the place. */}
        {(isTimed || isWide) && (
          <div aria-hidden="true">
            <dt className="text-muted text-sm leading-tight">{t('time')}</dt>
            <dd className={isTimed ? `${figure} round-figure` : 'text-base leading-tight'}>
              {isTimed ? (isOpen ? seconds : 0) : t('untimed')}
            </dd>
          </div>
        )}
        <div>
          <dt className="text-muted text-sm leading-tight">{t('score')}</dt>
          <dd
            key={score}
            data-fly="score"
            className={`${figure} round-figure animate-[pop_0.25s_var(--ease-pen)]`}
          >
            {format.number(score)}
          </dd>
        </div>
        <PlacingNow isWide={isWide} />
        {rounds > 1 && (
          <div className="round-number col-span-2 [[data-placing]~&]:hidden">
            <dt className="sr-only">{t('roundWord')}</dt>
            <dd className="text-muted text-sm leading-tight">{t('round', { round: round + 1, rounds })}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

/** [R29] What there is to do with a digit that nobody else is told; to be seen it stands on the blank pad. */
function SecretHint() {
  const t = useTranslations('room.drawing')
  return <p className="sr-only">{t('secretHint')}</p>
}
