'use client'

import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { StrokePicture } from '../../ink/canvas/stroke-picture'
import { stillStrokes } from '../../ink/canvas/use-stroke-canvas'
import { classes } from '../../kit/classes'
import { lockRow } from '../room-client/room-events'
import type { LockedDrawing } from '../room-client/room-state'
import { useHandColours, useOwnCanvas } from '../room-client/use-canvases'
import { useRoom } from '../room-client/use-room'

const mostStills = 6

/** The last of one's own drawings that were recognised in this game, and how many in a row. */
export function LockedStrip({ isWide }: { isWide: boolean }) {
  const t = useTranslations('room.drawing')
  const lockedDrawings = useRoom((state) => state.lockedDrawings)
  const colours = useHandColours(useOwnCanvas() ?? -1)
  const row = lockRow(lockedDrawings)
  const first = Math.max(0, lockedDrawings.length - mostStills)
  return (
    <div
      aria-hidden="true"
      data-fly="strip"
      className={classes(
        '@container relative flex h-10 min-w-0',
        isWide ? 'justify-start' : 'flex-1 justify-end',
      )}
    >
      {/* What has no place goes to a next line, which is not shown, and where there is none for one drawing there is none: no drawing is cut. */}
      <div className="flex min-w-0 flex-row-reverse flex-wrap overflow-hidden @max-[2.49rem]:hidden">
        {lockedDrawings
          .slice(first)
          .map((still) => <Still key={`${still.round} ${still.drawing}`} still={still} colours={colours} />)
          .reverse()}
      </div>
      {row > 1 && (
        <span
          key={row}
          className="figures absolute -end-1 -top-1 animate-[pop_0.25s_var(--ease-pen)] rounded-full bg-accent px-1.5 py-0.5 font-extrabold text-on-accent text-sm leading-none"
        >
          {t('row', { count: row })}
        </span>
      )}
    </div>
  )
}

function Still({ still, colours }: { still: LockedDrawing; colours: readonly number[] }) {
  const source = useMemo(() => stillStrokes(still.strokeState), [still])
  return (
    <span className="strip-still -me-3 w-10 shrink-0 overflow-hidden rounded-lg border-2 border-good bg-card first:me-0">
      <StrokePicture source={source} colour={colours} label={String(still.prompt)} />
    </span>
  )
}
