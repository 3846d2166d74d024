'use client'

import { useTranslations } from 'next-intl'
import { lanesThatMatter } from '../fit/lanes-that-matter'
import { Tiles } from '../fit/tiles'
import { useLanes, useMostSeats, useOtherCanvases } from '../room-client/use-canvases'
import { useRaceOrder } from '../room-client/use-race-order'
import { LiveTile, liveShapes } from './live-tile'

/** All canvases, as large as they can be, in the order of the race; those that matter where there is no place for all. */
export function WatchedCanvases() {
  const t = useTranslations('room.drawing')
  const canvases = useOtherCanvases()
  const { scored, ownScore } = useLanes(canvases)
  const seats = useMostSeats()
  const order = useRaceOrder(canvases)
  return (
    <Tiles
      label={t('canvases')}
      items={canvases}
      order={order}
      shapes={liveShapes(seats)}
      choose={(_, places) => lanesThatMatter(scored, ownScore, places)}
    >
      {(canvas, form, picture, place) => (
        <LiveTile key={canvas} canvas={canvas} picture={picture} place={place} isLarge={form === 0} />
      )}
    </Tiles>
  )
}
