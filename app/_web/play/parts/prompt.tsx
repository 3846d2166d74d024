'use client'

import { Flag } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { Button } from '../../kit/button'
import { useOwnCanvas } from '../room-client/use-canvases'
import { useRoom } from '../room-client/use-room'
import { PhaseTitle } from './phase-title'
import { useHost } from './use-host'
import { useRequest } from './use-request'
import { useSecondsLeft } from './use-seconds-left'

const figure = 'figures font-extrabold leading-none'

type PromptProps = { endsAt: number; isOpen: boolean; isTimed: boolean; round: number; rounds: number }

/** The digit to be drawn, as large as the screen allows, and the time there is for it. */
export function Prompt({ endsAt, isOpen, isTimed, round, rounds }: PromptProps) {
  const t = useTranslations('room.drawing')
  const names = useTranslations('room.modes')
  const format = useFormatter()
  const mode = useRoom(({ phase }) => (phase !== null && 'mode' in phase ? phase.mode : 'race'))
  const own = useOwnCanvas()
  const seconds = useSecondsLeft(endsAt)
  const prompt = useRoom(({ canvases }) => canvases[own ?? 0]?.prompt ?? 0)
  const drawing = useRoom(({ canvases }) => canvases[own ?? 0]?.drawing ?? 0)
  const score = useRoom(({ room, you, canvases }) => {
    const before = room?.seats.find((seat) => seat.id === you)?.score ?? 0
    return before + (own === null ? 0 : (canvases[own]?.points ?? 0))
  })
  return (
    <div className="flex items-end justify-between gap-3 lg:flex-col lg:items-start lg:justify-start lg:gap-8">
      {own === null && mode !== 'race' ? (
        <PhaseTitle className="text-4xl lg:text-6xl">{isOpen ? names(mode) : t('judging')}</PhaseTitle>
      ) : (
        <PhaseTitle className="flex items-end gap-3 lg:flex-col lg:items-start lg:gap-4">
          <span className="whitespace-nowrap pb-1 font-semibold text-xl lg:text-3xl">
            {isOpen ? t('drawA', { digit: String(prompt) }) : t('judging')}
          </span>
          <span
            key={`${round} ${drawing}`}
            data-testid="prompt"
            className="figures animate-[slam_0.28s_var(--ease-pen)_both] font-extrabold text-[clamp(5.5rem,15dvh,10rem)] text-accent leading-[0.76] lg:text-[15rem] xl:text-[19rem]"
          >
            {prompt}
          </span>
        </PhaseTitle>
      )}
      <div className="grid shrink-0 justify-items-end gap-2 lg:w-full lg:justify-items-start lg:gap-6">
        <dl className="grid shrink-0 grid-cols-[auto_auto] gap-x-4 text-end lg:w-full lg:gap-x-8 lg:text-start">
          <div aria-hidden="true">
            <dt className="text-muted text-sm lg:text-base">{t('time')}</dt>
            <dd className={isTimed ? `${figure} text-3xl lg:text-5xl` : 'text-lg lg:text-2xl'}>
              {isTimed ? (isOpen ? seconds : 0) : t('untimed')}
            </dd>
          </div>
          <div>
            <dt className="text-muted text-sm lg:text-base">{t('score')}</dt>
            <dd key={score} className={`${figure} animate-[pop_0.25s_var(--ease-pen)] text-3xl lg:text-5xl`}>
              {format.number(score)}
            </dd>
          </div>
          {rounds > 1 && (
            <div className="col-span-2 mt-1 lg:mt-4">
              <dt className="sr-only">{t('roundWord')}</dt>
              <dd className="text-muted text-sm lg:text-base">{t('round', { round: round + 1, rounds })}</dd>
            </div>
          )}
        </dl>
        {isOpen && !isTimed && <EndRound />}
      </div>
    </div>
  )
}

/** Without a timer somebody has to say when it is enough. */
function EndRound() {
  const t = useTranslations('room.drawing')
  const request = useRequest()
  const { isHost } = useHost()
  if (!isHost) return null
  return (
    // Above the zone around the pad.
    <Button size="small" className="relative z-1" onClick={() => void request('round:end', {})}>
      <Flag aria-hidden="true" />
      {t('endRound')}
    </Button>
  )
}
