'use client'

import { useMemo } from 'react'
import { SheetPicture } from '../../ink/canvas/sheet-picture'
import { sheetAt } from './film'
import type { Playback } from './playback'
import { type Reel, shotAt } from './reel'

type ReelCanvasProps = { reel: Reel; playback: Playback; label: string }

/** A canvas as it was at the moment of the playback. */
export function ReelCanvas({ reel, playback, label }: ReelCanvasProps) {
  const source = useMemo(
    () => ({
      read: () => {
        const { atMs } = playback.getState()
        return sheetAt(shotAt(reel, atMs).film, atMs)
      },
      subscribe: playback.subscribe,
    }),
    [reel, playback],
  )
  return <SheetPicture source={source} ink={reel.shots[0].drawing.players[0]?.colour ?? 0} label={label} />
}
