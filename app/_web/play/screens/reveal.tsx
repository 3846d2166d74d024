'use client'

import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { classes } from '../../kit/classes'
import { FittedText } from '../../kit/fit/fitted-text'
import { useSum } from '../../kit/i18n/use-numbers'
import { Emotes, useHasListeners } from '../parts/emotes'
import { PhaseTitle } from '../parts/phase-title'
import { ReadyButton } from '../parts/ready-button'
import { ResultTiles } from '../parts/result-tiles'
import { RoomHeader } from '../parts/room-header'
import { sidesOf } from '../parts/sides'
import { PlacingLine, StandingBars } from '../parts/standing-bars'
import { TimeBar } from '../parts/time-bar'
import { useRoom } from '../room-client/use-room'

/** All drawings, the best first, with the judge's mind laid open. */
export function RevealScreen() {
  const t = useTranslations('room.reveal')
  const { written } = useSum()
  const phase = useRoom((state) => state.phase)
  const you = useRoom((state) => state.you)
  const hasListeners = useHasListeners()
  if (phase?.name !== 'reveal') return null
  const { drawings, endsAt, totalMs, round, rounds, mode, tally } = phase
  const sides = sidesOf(tally)
  const { prompt, sum } = (mode === 'race' && drawings[0]) || {}
  return (
    <main id="main" className="screen safe between">
      <RoomHeader>
        <PhaseTitle className="flex min-w-0 items-center gap-2 text-2xl">
          <FittedText text={prompt === undefined ? t('titleMany') : t('title', { round: round + 1 })} />
          {prompt !== undefined && (
            <span
              className={classes(
                'figures shrink-0 font-extrabold text-accent leading-[0.76]',
                sum ? 'text-2xl' : 'text-5xl',
              )}
            >
              <span className="sr-only">: </span>
              {sum ? written(sum, prompt) : prompt}
            </span>
          )}
        </PhaseTitle>
      </RoomHeader>
      <div className="between-time flex items-center gap-3 text-muted text-sm leading-tight">
        <TimeBar endsAt={endsAt} totalMs={totalMs} className="flex-1" />
        <ReadyButton key={round} round={round} isLast={round + 1 >= rounds} />
      </div>
      <div className="between-body revealed" data-alone={sides.length < 2}>
        {sides.length > 1 && (
          <section
            className="revealed-standings"
            style={{ '--bars': Math.min(sides.length, 5) } as CSSProperties}
          >
            <p role="status" className="flex h-[calc(1.6*var(--u))] font-display font-semibold text-lg">
              <PlacingLine tally={tally} you={you} />
            </p>
            <StandingBars key={round} tally={tally} you={you} />
          </section>
        )}
        <ResultTiles drawings={drawings} you={you} />
      </div>
      {hasListeners && <Emotes />}
    </main>
  )
}
