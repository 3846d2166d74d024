'use client'

import { useTranslations } from 'next-intl'
import { PaperTiles } from '../../parts/paper-tiles'
import { PhaseTitle } from '../../parts/phase-title'
import { TimeBar } from '../../parts/time-bar'
import { useRoom } from '../../room-client/use-room'
import { JoinLine } from '../parts/join-line'

/** All that is voted on, as large as it can be; what it is and whose comes with the results. */
export function TvVoting() {
  const t = useTranslations('room.voting')
  const phase = useRoom((state) => state.phase)
  const isTimed = useRoom(({ room }) => room?.settings.timer !== 'none')
  if (phase?.name !== 'voting') return null
  const { endsAt, totalMs, voted, voters } = phase
  return (
    <main id="main" className="screen flex flex-col gap-4 p-5">
      {isTimed && <TimeBar endsAt={endsAt} totalMs={totalMs} className="h-3 shrink-0" />}
      <div className="tv-sides">
        <div className="flex min-h-0 min-w-0 flex-col justify-between gap-4">
          <div className="grid grid-cols-1 gap-3">
            <PhaseTitle className="text-balance text-4xl leading-tight">{t('title')}</PhaseTitle>
            <p className="text-muted text-xl">{t('tvHint')}</p>
          </div>
          <p role="status" className="font-display font-semibold text-2xl">
            {t('voted', { voted, voters })}
          </p>
          <JoinLine />
        </div>
        <PaperTiles />
      </div>
    </main>
  )
}
