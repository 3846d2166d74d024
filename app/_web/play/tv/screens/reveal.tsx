'use client'

import { useTranslations } from 'next-intl'
import { classes } from '../../../kit/classes'
import { FittedText } from '../../../kit/fit/fitted-text'
import { useSum } from '../../../kit/i18n/use-numbers'
import { PhaseTitle } from '../../parts/phase-title'
import { ResultTiles } from '../../parts/result-tiles'
import { PlacingLine, StandingBars } from '../../parts/standing-bars'
import { TimeBar } from '../../parts/time-bar'
import { useRoom } from '../../room-client/use-room'

/** All drawings, the best first, and how everybody stands. */
export function TvReveal() {
  const t = useTranslations('room.reveal')
  const { written } = useSum()
  const phase = useRoom((state) => state.phase)
  if (phase?.name !== 'reveal') return null
  const { drawings, endsAt, totalMs, round, rounds, mode, tally } = phase
  const { prompt, sum } = (mode === 'race' && drawings[0]) || {}
  return (
    <main id="main" className="screen flex flex-col gap-4 p-5">
      <TimeBar endsAt={endsAt} totalMs={totalMs} className="h-3 shrink-0" />
      <div className="tv-sides">
        <div className="flex min-h-0 min-w-0 flex-col gap-4">
          <PhaseTitle
            className={classes('flex min-w-0 gap-4 text-4xl', sum ? 'flex-col items-start' : 'items-center')}
          >
            <FittedText text={prompt === undefined ? t('titleMany') : t('title', { round: round + 1 })} />
            {prompt !== undefined && (
              <span
                className={classes(
                  'figures shrink-0 font-extrabold text-accent leading-[0.76]',
                  sum ? 'text-5xl' : 'text-7xl',
                )}
              >
                <span className="sr-only">: </span>
                {sum ? written(sum, prompt) : prompt}
              </span>
            )}
          </PhaseTitle>
          <p className="flex font-display font-semibold text-2xl">
            <PlacingLine tally={tally} you="" />
          </p>
          <div className="min-h-0 flex-1 portrait:min-h-60">
            <StandingBars key={round} tally={tally} you="" />
          </div>
          <p className="text-xl">{t(round + 1 < rounds ? 'next' : 'podium')}</p>
        </div>
        <ResultTiles drawings={drawings} you="" />
      </div>
    </main>
  )
}
