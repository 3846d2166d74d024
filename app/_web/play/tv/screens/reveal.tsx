'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { settings } from '#game/settings'
import { PhaseTitle } from '../../parts/phase-title'
import { SeatName } from '../../parts/seat-name'
import { TimeBar } from '../../parts/time-bar'
import { useRoom } from '../../room-client/use-room'
import { byCanvas } from '../../screens/by-canvas'
import { ResultTile } from '../parts/result-tile'
import { Tiles } from '../parts/tile'

/** All drawings, the best first, and how everybody stands. */
export function TvReveal() {
  const t = useTranslations('room.reveal')
  const phase = useRoom((state) => state.phase)
  const room = useRoom((state) => state.room)
  if (phase?.name !== 'reveal' || !room) return null
  const { drawings, endsAt, round, rounds, mode } = phase
  const canvases = byCanvas(drawings)
  const prompt = mode === 'race' ? drawings[0]?.prompt : undefined
  return (
    <main id="main" className="flex min-h-dvh flex-col gap-5 p-6 lg:h-dvh">
      <TimeBar endsAt={endsAt} totalMs={settings.revealMs} className="h-3 shrink-0" />
      <div className="grid min-h-0 flex-1 gap-8 lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-8">
        <div className="flex min-h-0 flex-col gap-6">
          <PhaseTitle className="flex items-end gap-5 text-5xl">
            {mode === 'race' ? t('title', { round: round + 1 }) : t('titleMany')}
            {prompt !== undefined && (
              <span className="figures font-extrabold text-9xl text-accent leading-[0.76]">
                <span className="sr-only">: </span>
                {prompt}
              </span>
            )}
          </PhaseTitle>
          <Scores />
          <p className="mt-auto text-2xl text-muted">{t(round + 1 < rounds ? 'next' : 'podium')}</p>
        </div>
        <Tiles label={t('drawn')} count={canvases.length}>
          {canvases.map(({ results, points }) => {
            const [first] = results
            const rank = 1 + canvases.filter((other) => other.points > points).length
            return first && <ResultTile key={first.canvas} {...{ results, points, rank }} />
          })}
        </Tiles>
      </div>
    </main>
  )
}

/** The sums so far, the highest first. */
function Scores() {
  const t = useTranslations('room.finished')
  const format = useFormatter()
  const seats = useRoom(({ room }) => room?.seats)
  const players = (seats ?? [])
    .filter(({ isSpectator }) => !isSpectator)
    .sort((one, other) => other.score - one.score)
  return (
    <ol aria-label={t('standings')} className="grid min-h-0 grid-cols-1 content-start overflow-hidden">
      {players.map((seat) => (
        <li
          key={seat.id}
          className="flex items-center justify-between gap-3 border-line border-b-2 py-1.5 text-2xl last:border-0"
        >
          <SeatName name={seat.name} colour={seat.colour} />
          <span className="figures font-bold">{format.number(seat.score)}</span>
        </li>
      ))}
    </ol>
  )
}
