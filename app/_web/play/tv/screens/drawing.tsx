'use client'

import { useTranslations } from 'next-intl'
import { PhaseTitle } from '../../parts/phase-title'
import { TimeBar } from '../../parts/time-bar'
import { useSecondsLeft } from '../../parts/use-seconds-left'
import { useOtherCanvases } from '../../room-client/use-canvases'
import { useRoom } from '../../room-client/use-room'
import { JoinLine } from '../parts/join-line'
import { LiveTile } from '../parts/live-tile'
import { Tiles } from '../parts/tile'

/** All canvases at once; beside them what is to be drawn, and the time there is for it. */
export function TvDrawing() {
  const t = useTranslations('room.drawing')
  const phase = useRoom((state) => state.phase)
  const canvases = useOtherCanvases()
  const prompt = useRoom(({ canvases }) => canvases[0]?.prompt)
  const isTimed = useRoom(({ room }) => room?.settings.timer !== 'none')
  if (phase?.name !== 'drawing' && phase?.name !== 'judging') return null
  const { startedAt, endsAt, mode } = phase
  const isOpen = phase.name === 'drawing'
  const isSequence = mode !== 'race'
  return (
    <main id="main" className="flex min-h-dvh flex-col gap-5 p-6 lg:h-dvh">
      {isTimed && (
        <TimeBar endsAt={isOpen ? endsAt : 0} totalMs={endsAt - startedAt} className="h-3 shrink-0" />
      )}
      <div className="grid min-h-0 flex-1 gap-8 lg:grid-cols-[16rem_minmax(0,1fr)] lg:gap-8">
        <div className="flex flex-col justify-between gap-6">
          {isSequence ? (
            <SequenceTitle isOpen={isOpen} />
          ) : (
            <PromptTitle prompt={prompt ?? 0} isOpen={isOpen} />
          )}
          {isTimed && <TimeLeft endsAt={isOpen ? endsAt : 0} />}
          <JoinLine />
        </div>
        <Tiles label={t('canvases')} count={canvases.length}>
          {canvases.map((canvas) => (
            <LiveTile key={canvas} canvas={canvas} isSequence={isSequence} />
          ))}
        </Tiles>
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
      <PhaseTitle className="grid gap-5 text-4xl">
        {isOpen ? t('drawA', { digit: String(prompt) }) : t('judging')}
        <span
          data-testid="prompt"
          className="figures animate-[slam_0.28s_var(--ease-pen)_both] font-extrabold text-[20rem] text-accent leading-[0.76]"
        >
          {prompt}
        </span>
      </PhaseTitle>
      {round && round.rounds > 1 && (
        <p className="mt-8 text-2xl text-muted">
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
    <div className="grid gap-3">
      <PhaseTitle className="text-7xl">{isOpen ? t(`modes.${mode}`) : t('drawing.judging')}</PhaseTitle>
      <p className="text-2xl text-muted">{t(`lobby.modeHints.${mode}`)}</p>
    </div>
  )
}

function TimeLeft({ endsAt }: { endsAt: number }) {
  const t = useTranslations('room.drawing')
  const seconds = useSecondsLeft(endsAt)
  return (
    <p aria-hidden="true" className="grid gap-2">
      <span className="text-2xl text-muted">{t('time')}</span>
      <span
        data-hurry={seconds <= 3}
        className="figures font-extrabold text-[8.5rem] leading-[0.76] data-[hurry=true]:text-accent"
      >
        {seconds}
      </span>
    </p>
  )
}
