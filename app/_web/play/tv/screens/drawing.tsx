'use client'

import { useTranslations } from 'next-intl'
import type { Sum } from '#game/protocol/scalars'
import { classes } from '../../../kit/classes'
import { FittedText } from '../../../kit/fit/fitted-text'
import { useSum } from '../../../kit/i18n/use-numbers'
import { PhaseTitle } from '../../parts/phase-title'
import { TimeBar } from '../../parts/time-bar'
import { useTwists } from '../../parts/use-game-name'
import { useSecondsLeft } from '../../parts/use-seconds-left'
import { WatchedCanvases } from '../../parts/watched-canvases'
import { useRoom } from '../../room-client/use-room'
import { JoinLine } from '../parts/join-line'

/** All canvases at once; beside them what is to be drawn, and the time there is for it. */
export function TvDrawing() {
  const phase = useRoom((state) => state.phase)
  const prompt = useRoom(({ canvases }) => canvases[0]?.prompt)
  const sum = useRoom(({ canvases }) => canvases[0]?.sum)
  const isTimed = useRoom(({ room }) => room?.settings.timer !== 'none')
  if (phase?.name !== 'drawing' && phase?.name !== 'judging') return null
  const { startedAt, endsAt, mode } = phase
  const isOpen = phase.name === 'drawing'
  return (
    <main id="main" className="screen flex flex-col gap-4 p-5">
      {isTimed && (
        <TimeBar endsAt={isOpen ? endsAt : 0} totalMs={endsAt - startedAt} className="h-3 shrink-0" />
      )}
      {mode === 'race' && sum && <SumTitle sum={sum} isOpen={isOpen} />}
      <div className="tv-sides">
        <div className="flex min-h-0 min-w-0 flex-col justify-between gap-4">
          {mode === 'race' ? (
            <div>
              {!sum && prompt != null && <PromptTitle prompt={prompt} isOpen={isOpen} />}
              <Twists />
              <RoundNumber />
            </div>
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
  return (
    <PhaseTitle className="grid grid-cols-1 gap-4 text-3xl">
      <FittedText text={isOpen ? t('drawA', { digit: String(prompt) }) : t('judging')} />
      <span
        data-testid="prompt"
        className="figures prompt-lands font-extrabold text-[length:calc(15*var(--u))] text-accent leading-[0.76]"
      >
        {prompt}
      </span>
    </PhaseTitle>
  )
}

/** [R28] Across the whole screen, to be read by a class. */
function SumTitle({ sum, isOpen }: { sum: Sum; isOpen: boolean }) {
  const t = useTranslations('room.drawing')
  const { written } = useSum()
  return (
    <PhaseTitle className="flex shrink-0 flex-wrap items-center justify-center gap-x-8 gap-y-2 text-3xl">
      <span>{isOpen ? t('drawAnswer') : t('judging')}</span>
      <span
        key={written(sum)}
        data-testid="prompt"
        className="figures prompt-lands font-extrabold text-[length:calc(8*var(--u))] text-accent leading-none"
      >
        {written(sum)}
      </span>
    </PhaseTitle>
  )
}

function RoundNumber() {
  const t = useTranslations('room.drawing')
  const phase = useRoom((state) => state.phase)
  const round = phase && 'round' in phase ? phase : null
  if (!round || round.rounds < 2) return null
  return (
    <p className="mt-5 text-muted text-xl">{t('round', { round: round.round + 1, rounds: round.rounds })}</p>
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
      <Twists />
      <p className="text-muted text-xl">{t(`lobby.modeHints.${mode}`)}</p>
    </div>
  )
}

/** What makes this game other than a plain one. */
function Twists() {
  const settings = useRoom(({ room }) => room?.settings)
  const nameOf = useTwists()
  const twists = settings ? nameOf(settings) : []
  return twists.length > 0 && <p className="mt-4 font-display font-semibold text-2xl">{twists.join(' · ')}</p>
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
