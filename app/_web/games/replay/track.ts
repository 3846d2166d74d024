import type { Guess } from '#game/drawing/drawing'
import type { Guessed } from '#models/rescore-game'
import type { ReplayDrawing } from '#server/store/games/find-replay'
import { type ConfidenceStep, confidenceSteps } from '../../ink/confidence/confidence-steps'
import { guessIndexAt, makeTimeline, type Timeline } from './timeline'

export type Frame = { readonly drawing: Guessed<ReplayDrawing>; readonly timeline: Timeline }

/** What came to be on one canvas in a round, in order: one drawing, or one for each prompt of a sequence. */
export type Track = { readonly canvas: number; readonly frames: readonly [Frame, ...Frame[]] }

/** A pause after the last stroke, so that its effect can be seen. */
const afterglowMs = 600

export function makeTracks(drawings: readonly Guessed<ReplayDrawing>[]): Track[] {
  const tracks = new Map<number, [Frame, ...Frame[]]>()
  for (const drawing of drawings) {
    const frame = { drawing, timeline: makeTimeline(drawing) }
    const frames = tracks.get(drawing.canvas)
    if (frames) frames.push(frame)
    else tracks.set(drawing.canvas, [frame])
  }
  return [...tracks].map(([canvas, frames]) => ({ canvas, frames }))
}

/** When the last of them comes to rest, in ms since the round began. */
export function endOf(tracks: readonly Track[]): number {
  const ends = tracks.flatMap(({ frames }) => frames.map(({ timeline }) => timeline.endMs))
  return Math.max(0, ...ends) + afterglowMs
}

export function frameAt({ frames }: Track, atMs: number): Frame {
  return frames.findLast(({ drawing }) => drawing.promptAtMs <= atMs) ?? frames[0]
}

/** What the network thought of a canvas at that time; undefined before its first guess. */
export function guessAt(track: Track, atMs: number): Guess | undefined {
  const { timeline } = frameAt(track, atMs)
  return timeline.guesses[guessIndexAt(timeline, atMs)]
}

/** How sure the network was of each prompt in turn, in ms since the round began. */
export function confidenceOf({ frames }: Track): ConfidenceStep[] {
  return frames.flatMap(({ drawing: { prompt, promptAtMs }, timeline: { ops, guesses } }) => {
    const ofPrompt = guesses.map(({ opCount, thousandths }) => ({
      opCount,
      thousandths: thousandths[prompt] ?? 0,
    }))
    return confidenceSteps(ops, promptAtMs, ofPrompt).map((step) => ({
      ...step,
      atMs: promptAtMs + step.atMs,
    }))
  })
}

/** When a drawing locked, in ms since the round began; null when it never did. */
export function lockedAtMs({ drawing }: Frame): number | null {
  return drawing.lock && drawing.promptAtMs + drawing.lock.atMs
}

/** The points a canvas had made by then: those of its locks, and at the end those of drawings that never locked. */
export function pointsAt({ frames }: Track, atMs: number, endMs: number): number {
  return frames
    .filter((frame) => (lockedAtMs(frame) ?? endMs) <= atMs)
    .reduce((sum, { drawing }) => sum + drawing.points, 0)
}
