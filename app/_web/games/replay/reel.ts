import type { Guess } from '#game/drawing/drawing'
import type { Guessed } from '#models/rescore-game'
import type { ReplayDrawing } from '#server/store/games/find-replay'
import { type Film, guessIndexAt, makeFilm } from './film'

export type Shot = { readonly drawing: Guessed<ReplayDrawing>; readonly film: Film }

/** What came to be on one canvas in a round, in order: one drawing, or one for each prompt of a sequence. */
export type Reel = { readonly canvas: number; readonly shots: readonly [Shot, ...Shot[]] }

/** A pause after the last stroke, so that its effect can be seen. */
const afterglowMs = 600

export function makeReels(drawings: readonly Guessed<ReplayDrawing>[]): Reel[] {
  const reels = new Map<number, [Shot, ...Shot[]]>()
  for (const drawing of drawings) {
    const shot = { drawing, film: makeFilm(drawing) }
    const shots = reels.get(drawing.canvas)
    if (shots) shots.push(shot)
    else reels.set(drawing.canvas, [shot])
  }
  return [...reels].map(([canvas, shots]) => ({ canvas, shots }))
}

/** When the last of them comes to rest, in ms since the round began. */
export function endOf(reels: readonly Reel[]): number {
  const ends = reels.flatMap(({ shots }) => shots.map(({ film }) => film.endMs))
  return Math.max(0, ...ends) + afterglowMs
}

export function shotAt({ shots }: Reel, atMs: number): Shot {
  return shots.findLast(({ drawing }) => drawing.promptAtMs <= atMs) ?? shots[0]
}

/** What the network thought of a canvas at that time; undefined before its first guess. */
export function guessAt(reel: Reel, atMs: number): Guess | undefined {
  const { film } = shotAt(reel, atMs)
  return film.guesses[guessIndexAt(film, atMs)]
}

/** When a drawing locked, in ms since the round began; null when it never did. */
export function lockedAtMs({ drawing }: Shot): number | null {
  return drawing.lock && drawing.promptAtMs + drawing.lock.atMs
}

/** The points a canvas had made by then: those of its locks, and at the end those of drawings that never locked. */
export function pointsAt({ shots }: Reel, atMs: number, endMs: number): number {
  return shots
    .filter((shot) => (lockedAtMs(shot) ?? endMs) <= atMs)
    .reduce((sum, { drawing }) => sum + drawing.points, 0)
}
