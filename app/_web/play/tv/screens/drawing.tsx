'use client'

import { useTranslations } from 'next-intl'
import { classes } from '../../../kit/classes'
import { FittedText } from '../../../kit/fit/fitted-text'
import { PhaseTitle } from '../../parts/phase-title'
import { TimeBar } from '../../parts/time-bar'
import { useSecondsLeft } from '../../parts/use-seconds-left'
import { WatchedCanvases } from '../../parts/watched-canvases'
import { useRoom } from '../../room-client/use-room'
import { JoinLine } from '../parts/join-line'

/** All canvases at once; beside them what is to be drawn, and the time there is for it. */
export function TvDrawing() {
  const phase = useRoom((state) => state.phase)
  const prompt = useRoom(({ canvases }) => canvases[0]?.prompt)
  const isTimed = useRoom(({ room }) => room?.settings.timer !== 'none')
  if (phase?.name !== 'drawing' && phase?.name !== 'judging') return null
  const { startedAt, endsAt, mode } = phase
  const isOpen = phase.name === 'drawing'
  return (
    <main id="main" className="screen flex flex-col gap-4 p-5">
      {isTimed && (
        <TimeBar endsAt={isOpen ? endsAt : 0} totalMs={endsAt - startedAt} className="h-3 shrink-0" />
      )}
      <div className="tv-sides">
        <div className="flex min-h-0 min-w-0 flex-col justify-between gap-4">
          {mode === 'race' ? (
            <PromptTitle prompt={prompt ?? 0} isOpen={isOpen} />
          ) : (
            <SequenceTitle isOpen={isOpen} />
          )}
          {isTimed && <TimeLeft endsAt={isOpen ? endsAt : 0} />}
          <JoinLine />
        </div>
        <WatchedCanvases />
      </div>
    </main>
  )
}

function PromptTitle({ prompt, isOpen }: { prompt: number; isOpen: boolean }) {
  const t = useTranslations('room.drawing')
  const phase = useRoom((state) => state.phase)
  const round = phase && 'round' in phase ? phase : null
  return (
    <div>
      <PhaseTitle className="grid grid-cols-1 gap-4 text-3xl">
        <FittedText text={isOpen ? t('drawA', { digit: String(prompt) }) : t('judging')} />
        <span
          data-testid="prompt"
          className="figures prompt-lands font-extrabold text-[length:calc(15*var(--u))] text-accent leading-[0.76]"
        >
          {prompt}
        </span>
      </PhaseTitle>
      {round && round.rounds > 1 && (
        <p className="mt-5 text-muted text-xl">
          {t('round', { round: round.round + 1, rounds: round.rounds })}
        </p>
      )}
    </div>
  )
}

function SequenceTitle({ isOpen }: { isOpen: boolean }) {
  const t = useTranslations('room')
  const mode = useRoom(({ room }) => room?.settings.mode ?? 'rush')
  return (
    <div className="grid grid-cols-1 gap-3">
      <PhaseTitle className="grid grid-cols-1 text-6xl">
        <FittedText text={isOpen ? t(`modes.${mode}`) : t('drawing.judging')} />
      </PhaseTitle>
      <p className="text-muted text-xl">{t(`lobby.modeHints.${mode}`)}</p>
    </div>
  )
}

function TimeLeft({ endsAt }: { endsAt: number }) {
  const t = useTranslations('room.drawing')
  const seconds = useSecondsLeft(endsAt)
  return (
    <p aria-hidden="true" className="grid gap-2">
      <span className="text-muted text-xl">{t('time')}</span>
      <span
        data-hurry={seconds <= 3}
        className={classes('figures font-extrabold text-5xl leading-none', 'data-[hurry=true]:text-accent')}
      >
        {clockText(seconds)}
      </span>
    </p>
  )
}

/** As on a clock, because a large figure alone would be read as a prompt. */
function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
