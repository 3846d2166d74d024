'use client'

import { useTranslations } from 'next-intl'
import { FittedText } from '../../../kit/fit/fitted-text'
import { Confetti } from '../../parts/confetti'
import { PhaseTitle } from '../../parts/phase-title'
import { Podium } from '../../parts/podium'
import { hasPoints, sidesOf, winnersOf } from '../../parts/sides'
import { StandingsTable } from '../../parts/standings-table'
import { StartsIn } from '../../parts/starts-in'
import { winnersTitle } from '../../parts/winners-title'
import { useHost, useRoom } from '../../room-client/use-room'
import { JoinLine } from '../parts/join-line'

/** The podium. */
export function TvFinished() {
  const t = useTranslations('room.finished')
  const { hostName } = useHost()
  const phase = useRoom((state) => state.phase)
  const startsAt = useRoom(({ room }) => room?.startsAt ?? null)
  if (phase?.name !== 'finished') return null
  const { standings, mode } = phase
  return (
    <main id="main" className="screen flex flex-col gap-5 p-8">
      {winnersOf(sidesOf(standings)).length > 0 && <Confetti />}
      <PhaseTitle className="flex shrink-0 animate-rise justify-center text-6xl">
        <FittedText text={winnersTitle(t, standings)} />
      </PhaseTitle>
      <div
        data-podium={hasPoints(standings)}
        className="grid min-h-0 flex-1 grid-rows-[minmax(0,1fr)] gap-10 landscape:data-[podium=true]:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] portrait:data-[podium=true]:grid-rows-2"
      >
        {hasPoints(standings) && (
          <div className="border-ink border-b-4">
            <Podium standings={standings} />
          </div>
        )}
        <StandingsTable standings={standings} you="" hasLocks={mode !== 'fool'} />
      </div>
      <footer className="flex items-center justify-between gap-6 border-line border-t-2 pt-4">
        <JoinLine />
        <div role="status" className="flex min-w-0 max-w-1/2 font-display font-semibold text-2xl">
          {startsAt === null ? <FittedText text={t('waitForHost', { name: hostName })} /> : <StartsIn />}
        </div>
      </footer>
    </main>
  )
}
