'use client'

import { useCallback } from 'react'
import { useStore } from 'zustand'
import { emptySheet } from '../../ink/canvas/sheet'
import { Explanation } from '../../ink/explain/explanation'
import { loadJudgeOnce } from '../../ink/judge/load-judge'
import type { Playback } from './playback'
import { guessAt, type Reel, shotAt } from './reel'

/** What the network saw when it made the guess that stands at the moment, and why it said so. */
export function MomentExplained({
  reel,
  playback,
  version,
}: {
  reel: Reel
  playback: Playback
  version: string
}) {
  const sheet = useStore(playback, ({ atMs }) => {
    const guess = guessAt(reel, atMs)
    return (guess && shotAt(reel, atMs).film.sheets[guess.opCount]) ?? emptySheet
  })
  const loadJudge = useCallback(() => loadJudgeOnce(version), [version])
  return <Explanation strokes={sheet.strokes} loadJudge={loadJudge} />
}
