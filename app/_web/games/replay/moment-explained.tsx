'use client'

import { useCallback } from 'react'
import { useStore } from 'zustand'
import { noStrokes } from '../../ink/canvas/stroke-state'
import { Explanation } from '../../ink/explain/explanation'
import { loadJudgeOnce } from '../../ink/judge/load-judge'
import type { Playback } from './playback'
import { frameAt, guessAt, type Track } from './track'

/** What the network saw when it made the guess that stands at the moment, and why it said so. */
export function MomentExplained({
  track,
  playback,
  version,
}: {
  track: Track
  playback: Playback
  version: string
}) {
  const strokeState = useStore(playback, ({ atMs }) => {
    const guess = guessAt(track, atMs)
    return (guess && frameAt(track, atMs).timeline.states[guess.opCount]) ?? noStrokes
  })
  const loadJudge = useCallback(() => loadJudgeOnce(version), [version])
  return <Explanation strokes={strokeState.strokes} loadJudge={loadJudge} />
}
