'use client'

import { useTranslations } from 'next-intl'
import { PhaseTitle } from '../../parts/phase-title'
import { Podium } from '../../parts/podium'
import { StandingsTable } from '../../parts/standings-table'
import { StartsIn } from '../../parts/starts-in'
import { useHost } from '../../parts/use-host'
import { winnersTitle } from '../../parts/winners-title'
import { useRoom } from '../../room-client/use-room'
import { JoinLine } from '../parts/join-line'

/** The podium. */
export function TvFinished() {
  const t = useTranslations('room.finished')
  const { hostName } = useHost()
  const phase = useRoom((state) => state.phase)
  const startsAt = useRoom(({ room }) => room?.startsAt ?? null)
  if (phase?.name !== 'finished') return null
  const { standings } = phase
  return (
    <main id="main" className="grid min-h-dvh content-between gap-6 p-6 lg:h-dvh lg:p-10">
      <PhaseTitle className="animate-rise text-center text-7xl">{winnersTitle(t, standings)}</PhaseTitle>
      <div className="grid items-end gap-10 lg:grid-cols-[1.1fr_1fr] lg:gap-16">
        <div className="border-ink border-b-4">
          <Podium standings={standings} />
        </div>
        <div className="text-xl">
          <StandingsTable standings={standings} you="" />
        </div>
      </div>
      <footer className="flex flex-wrap items-center justify-between gap-6 border-line border-t-2 pt-5">
        <JoinLine />
        <div role="status" className="font-display font-semibold text-2xl">
          {startsAt === null ? t('waitForHost', { name: hostName }) : <StartsIn />}
        </div>
      </footer>
    </main>
  )
}
