'use client'

import { useMemo } from 'react'
import { StrokePicture } from '../../ink/canvas/stroke-picture'
import type { Playback } from './playback'
import { strokesAt } from './timeline'
import { frameAt, type Track } from './track'

type TrackCanvasProps = { track: Track; playback: Playback; label: string }

/** A canvas as it was at the moment of the playback. */
export function TrackCanvas({ track, playback, label }: TrackCanvasProps) {
  const source = useMemo(
    () => ({
      read: () => {
        const { atMs } = playback.getState()
        return strokesAt(frameAt(track, atMs).timeline, atMs)
      },
      subscribe: playback.subscribe,
    }),
    [track, playback],
  )
  return (
    <StrokePicture
      source={source}
      colour={track.frames[0].drawing.players.map(({ colour }) => colour)}
      label={label}
    />
  )
}
