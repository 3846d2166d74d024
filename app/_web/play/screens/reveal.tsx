'use client'

import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { FittedText } from '../../kit/fit/fitted-text'
import { useSum } from '../../kit/i18n/use-numbers'
import { type Box, useBox } from '../fit/use-box'
import { Emotes, hasPlaceForEmotes, useHasListeners } from '../parts/emotes'
import { PhaseTitle } from '../parts/phase-title'
import { ReadyButton } from '../parts/ready-button'
import { ResultTiles } from '../parts/result-tiles'
import { RoomHeader } from '../parts/room-header'
import { sidesOf } from '../parts/sides'
import { PlacingLine, StandingBars } from '../parts/standing-bars'
import { TimeBar } from '../parts/time-bar'
import { useRoom } from '../room-client/use-room'

/** On a low upright screen: the leader or who is next, and oneself; more bars would leave the drawings many pages. */
const mostBars = { low: 2, usual: 5 }
/** In units: a screen that is no lower has place for the usual. */
const leastForBars = 41
/** And one that is no wider has none for words beside a sum. */
const leastForWords = 20.5

function hasPlaceForBars({ isLandscape, screenHeight, unit }: Box): boolean {
  return isLandscape || screenHeight / unit >= leastForBars
}

/** All drawings, the best first, with the judge's mind laid open. */
export function RevealScreen() {
  const t = useTranslations('room.reveal')
  const { written } = useSum()
  const phase = useRoom((state) => state.phase)
  const you = useRoom((state) => state.you)
  const hasListeners = useHasListeners()
  const [ref, box] = useBox<HTMLDivElement>()
  if (phase?.name !== 'reveal') return null
  const { drawings, endsAt, totalMs, round, rounds, mode, tally } = phase
  const sides = sidesOf(tally)
  const { prompt, sum } = (mode === 'race' && drawings[0]) || {}
  const title = prompt === undefined ? t('titleMany') : t('title', { round: round + 1 })
  const bars = box === null || hasPlaceForBars(box) ? mostBars.usual : mostBars.low
  // Upright they are below all else, where there is always place for them.
  const hasEmotes = box === null || !box.isLandscape || hasPlaceForEmotes(box)
  return (
    <main id="main" className="screen safe between">
      <RoomHeader hasEmotes={!hasEmotes}>
        <PhaseTitle className="flex min-w-0 flex-1 items-center gap-2 text-2xl">
          {sum && box && box.width / box.unit < leastForWords ? (
            <span className="sr-only">{title}</span>
          ) : (
            <FittedText text={title} />
          )}
          {prompt !== undefined && <span className="sr-only">: </span>}
          {prompt !== undefined &&
            (sum ? (
              <FittedText text={written(sum, prompt)} className="figures font-extrabold text-accent" />
            ) : (
              <span className="figures shrink-0 font-extrabold text-5xl text-accent leading-[0.76]">
                {prompt}
              </span>
            ))}
        </PhaseTitle>
      </RoomHeader>
      <div className="between-time flex items-center gap-3 text-muted text-sm leading-tight">
        <TimeBar endsAt={endsAt} totalMs={totalMs} className="flex-1" />
        <ReadyButton key={round} round={round} isLast={round + 1 >= rounds} />
      </div>
      <div ref={ref} className="between-body revealed" data-alone={sides.length < 2}>
        {sides.length > 1 && (
          <section
            className="revealed-standings"
            style={{ '--bars': Math.min(sides.length, bars) } as CSSProperties}
          >
            <p role="status" className="flex h-[calc(1.6*var(--u))] font-display font-semibold text-lg">
              <PlacingLine tally={tally} you={you} />
            </p>
            <StandingBars key={round} tally={tally} you={you} />
          </section>
        )}
        <ResultTiles drawings={drawings} you={you} />
      </div>
      {hasListeners && hasEmotes && <Emotes />}
    </main>
  )
}
