'use client'

import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'
import { lanesThatMatter } from '../fit/lanes-that-matter'
import { moveInGrid } from '../fit/move-in-grid'
import { type Lanes, layoutRound, type RoundLayout, usualToolRows } from '../fit/round-layout'
import { type Box, useBox } from '../fit/use-box'
import { EmoteBar, EmoteDialog, useHasListeners } from '../parts/emotes'
import { Lane } from '../parts/lane'
import { LeaveButton } from '../parts/leave-button'
import { OwnPad } from '../parts/own-pad'
import { Prompt } from '../parts/prompt'
import { TimeBar } from '../parts/time-bar'
import { WatchedCanvases } from '../parts/watched-canvases'
import { useLanes, useMostSeats, useOtherCanvases, useOwnCanvas } from '../room-client/use-canvases'
import { useRaceOrder } from '../room-client/use-race-order'
import { useHost, useRoom } from '../room-client/use-room'

/** Everybody draws, and sees everybody draw; then the pens are down while the judge has a last look. */
export function DrawingScreen() {
  const phase = useRoom((state) => state.phase)
  const isTimed = useRoom(({ room }) => room?.settings.timer !== 'none')
  const hasListeners = useHasListeners()
  const own = useOwnCanvas()
  const others = useOtherCanvases()
  const [ref, box] = useBox<HTMLDivElement>()
  const { isHost } = useHost()
  const isTeam = useMostSeats() > 1
  if (phase?.name !== 'drawing' && phase?.name !== 'judging') return null

  const { startedAt, endsAt, round, rounds } = phase
  const isOpen = phase.name === 'drawing'
  // Undo and clear, the emotes and the way out, and what only some games have.
  const rows = 2 + [!isTimed && isHost, isTeam, phase.mode === 'fool'].filter(Boolean).length
  const toolRows = Math.max(usualToolRows, rows)
  return (
    <main id="main" className="screen safe flex touch-manipulation select-none flex-col gap-2">
      {isTimed && <TimeBar endsAt={isOpen ? endsAt : 0} totalMs={endsAt - startedAt} className="shrink-0" />}
      <div ref={ref} className="min-h-0 flex-1">
        {box && (
          <Round
            layout={layoutRound(inUnits(box), box.isLandscape, own === null ? null : others.length, toolRows)}
            box={inUnits(box)}
          >
            {(layout) => (
              <>
                <Prompt {...{ endsAt, isOpen, isTimed, round, rounds }} isWide={layout.isWide} />
                {own === null ? (
                  <>
                    <Watching />
                    <div className="round-watched">
                      <WatchedCanvases />
                    </div>
                    <div className="round-tools relative">
                      {isLow(box) ? (
                        <EmoteDialog isSaidElsewhere />
                      ) : (
                        hasListeners && <EmoteBar className="tool-wide flex min-w-0 flex-1 flex-wrap" />
                      )}
                      <LeaveButton />
                    </div>
                  </>
                ) : (
                  <>
                    <OwnPad key={round} canvas={own} {...{ startedAt, isOpen, isTimed }} />
                    <Others canvases={others} lanes={layout.lanes} />
                  </>
                )}
              </>
            )}
          </Round>
        )}
      </div>
    </main>
  )
}

/** In units, lying down: below the prompt there is place for one row of buttons. */
const leastForEmotes = 27

function isLow({ height, unit, isLandscape }: Box): boolean {
  return isLandscape && height / unit < leastForEmotes
}

function inUnits({ width, height, unit }: Box) {
  return { width: width / unit, height: height / unit }
}

type RoundProps = {
  layout: RoundLayout
  box: { height: number }
  children: (layout: RoundLayout) => React.ReactNode
}

/** What some games say beside the judge, in units. */
const twistHeight = 2

/** The places of prompt, pad, judge, tools and lanes. */
function Round({ layout, box, children }: RoundProps) {
  const { left, right, isWide, hasToolsLeft } = layout
  const isTwisted = useRoom(({ room }) => room !== null && room.settings.modifier !== 'none')
  // Of the digit's letters: as large as its column leaves place for.
  const height = box.height - 17.5 - (isTwisted ? twistHeight : 0)
  const digit = isWide ? Math.max(3, Math.min(16, left * 0.95, 3 + height * 0.55)) : 5.5
  return (
    <div
      className="round"
      data-layout={isWide ? (hasToolsLeft ? 'wide' : 'low') : 'upright'}
      style={{ '--left': left, '--right': right, '--digit': digit } as CSSProperties}
    >
      {children(layout)}
    </div>
  )
}

/** Says why there is no pad. */
function Watching() {
  const t = useTranslations('room.drawing')
  const isSpectator = useRoom(({ room, you }) => room?.seats.find((seat) => seat.id === you)?.isSpectator)
  return (
    <p role="status" className="round-judge text-base text-muted leading-tight">
      <span className="font-semibold text-ink">{t('watching')}.</span> {!isSpectator && t('watchingHint')}
    </p>
  )
}

/** All others, or those that matter where there is no place for all, in the order of the race. */
function Others({ canvases, lanes }: { canvases: readonly number[]; lanes: Lanes }) {
  const t = useTranslations('room.drawing')
  const { scored, ownScore } = useLanes(canvases)
  const shown = lanesThatMatter(scored, ownScore, lanes.places)
  const order = useRaceOrder(canvases).filter((canvas) => shown.includes(canvas))
  if (shown.length === 0) return null
  return (
    <ul
      aria-label={t('others')}
      data-form={lanes.form}
      className="round-lanes"
      style={{ gridTemplateColumns: `repeat(${lanes.columns}, minmax(0, 1fr))` }}
    >
      {shown.map((canvas, at) => (
        <Lane
          key={canvas}
          canvas={canvas}
          form={lanes.form}
          picture={lanes.picture}
          place={moveInGrid(at, order.indexOf(canvas), lanes.columns)}
        />
      ))}
    </ul>
  )
}
