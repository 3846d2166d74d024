'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { FittedText } from '../../../kit/fit/fitted-text'
import { useBox } from '../../fit/use-box'
import { PhaseTitle } from '../../parts/phase-title'
import { ResultTiles } from '../../parts/result-tiles'
import { SeatName } from '../../parts/seat-name'
import { TimeBar } from '../../parts/time-bar'
import { useRoom } from '../../room-client/use-room'

/** All drawings, the best first, and how everybody stands. */
export function TvReveal() {
  const t = useTranslations('room.reveal')
  const phase = useRoom((state) => state.phase)
  if (phase?.name !== 'reveal') return null
  const { drawings, endsAt, totalMs, round, rounds, mode } = phase
  const prompt = mode === 'race' ? drawings[0]?.prompt : undefined
  return (
    <main id="main" className="screen flex flex-col gap-4 p-5">
      <TimeBar endsAt={endsAt} totalMs={totalMs} className="h-3 shrink-0" />
      <div className="tv-sides">
        <div className="flex min-h-0 min-w-0 flex-col gap-4">
          <PhaseTitle className="flex min-w-0 items-center gap-4 text-4xl">
            <FittedText text={prompt === undefined ? t('titleMany') : t('title', { round: round + 1 })} />
            {prompt !== undefined && (
              <span className="figures shrink-0 font-extrabold text-7xl text-accent leading-[0.76]">
                <span className="sr-only">: </span>
                {prompt}
              </span>
            )}
          </PhaseTitle>
          <Scores />
          <p className="text-muted text-xl">{t(round + 1 < rounds ? 'next' : 'podium')}</p>
        </div>
        <ResultTiles drawings={drawings} you="" />
      </div>
    </main>
  )
}

/** One line, in units. */
const lineHeight = 2.25

/** The highest sums so far, as many as fit: the podium has them all. */
function Scores() {
  const t = useTranslations('room.finished')
  const seats = useRoom(({ room }) => room?.seats)
  const [ref, box] = useBox<HTMLDivElement>()
  const players = (seats ?? [])
    .filter(({ isSpectator }) => !isSpectator)
    .sort((one, other) => other.score - one.score)
    .slice(0, box ? Math.floor(box.height / box.unit / lineHeight) : 0)
  return (
    <div ref={ref} className="min-h-0 flex-1">
      <ol aria-label={t('standings')} className="grid grid-cols-1">
        {players.map((seat) => (
          <Score key={seat.id} {...seat} />
        ))}
      </ol>
    </div>
  )
}

function Score({ name, colour, score }: { name: string; colour: number; score: number }) {
  const format = useFormatter()
  return (
    <li className="flex h-9 items-center justify-between gap-3 border-line border-b text-lg last:border-0">
      <SeatName name={name} colour={colour} className="flex-1" />
      <span className="figures font-bold">{format.number(score)}</span>
    </li>
  )
}
