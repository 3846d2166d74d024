'use client'

import { useTranslations } from 'next-intl'
import type { DrawingResult } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { Emotes } from '../parts/emotes'
import { PhaseTitle } from '../parts/phase-title'
import { ResultCard } from '../parts/result-card'
import { RoomHeader } from '../parts/room-header'
import { TeamResult } from '../parts/team-result'
import { TimeBar } from '../parts/time-bar'
import { useRoom } from '../room-client/use-room'
import { byCanvas } from './by-canvas'

/** All drawings, the best first, with the judge's confidence over time. */
export function RevealScreen() {
  const t = useTranslations('room.reveal')
  const phase = useRoom((state) => state.phase)
  const you = useRoom((state) => state.you)
  if (phase?.name !== 'reveal') return null
  const { drawings, endsAt, round, rounds, mode } = phase
  const isRace = mode === 'race'
  const [first] = drawings
  const canvases = byCanvas(drawings)
  const spanMs = Math.max(1_500, ...drawings.map(lastMs)) * 1.05

  return (
    <main id="main" className="page flex min-h-dvh flex-col">
      <RoomHeader />
      <TimeBar endsAt={endsAt} totalMs={settings.revealMs} />
      <div className="flex items-end justify-between gap-4 py-4">
        <PhaseTitle className="flex items-end gap-4 text-3xl sm:text-4xl">
          {isRace ? t('title', { round: round + 1 }) : t('titleMany')}
          {isRace && first && (
            <span className="figures font-extrabold text-7xl text-accent leading-[0.76]">
              <span className="sr-only">: </span>
              {first.prompt}
            </span>
          )}
        </PhaseTitle>
        <p className="whitespace-nowrap text-end text-muted">{t(round + 1 < rounds ? 'next' : 'podium')}</p>
      </div>
      <ol className="grid gap-3 sm:gap-5 sm:[grid-template-columns:repeat(auto-fill,minmax(15rem,1fr))]">
        {canvases.map(({ results, points }, order) => {
          const [result] = results
          if (!result) return null
          const shared = { you, order }
          return isRace ? (
            <ResultCard key={result.canvas} {...shared} {...{ result, spanMs }} />
          ) : (
            <TeamResult key={result.canvas} {...shared} {...{ results, points }} />
          )
        })}
      </ol>
      {canvases.length > 1 && (
        <div className="bottom-3 z-20 mt-auto pt-6 sm:sticky">
          <Emotes />
        </div>
      )}
    </main>
  )
}

function lastMs({ lock }: DrawingResult): number {
  return (lock?.atMs ?? 0) * 1.5
}
