import { settings } from '#game/settings'
import { modeOf } from './modes'
import type { Game } from './room'

/**
 * [R19] How fast a game goes from round to round. A game keeps the tempo it began with, so that a log gives the same rounds
 * whenever it is run again. 1, up to 0.7.0: a full countdown before each round, and 6 s for each reveal. 2, up to 0.9.0: every reveal of
 * a race as long, however soon it was drawn. 3: the present one.
 */
export const tempos = [1, 2, 3] as const
export type Tempo = (typeof tempos)[number]

export const presentTempo: Tempo = 3

/** The times of the first tempo. They are constants, so that games of that time keep them when the settings change. */
export const firstTempo = { countdownMs: 3_000, revealMs: 6_000 } as const

type Paced = Pick<Game, 'tempo' | 'settings' | 'round'>

/** How long the countdown before the present round lasts, ms. */
export function countdownMs({ tempo = 1, round }: Paced): number {
  if (tempo === 1) return firstTempo.countdownMs
  return round === 0 ? settings.countdownMs : settings.betweenRoundsMs
}

/**
 * How long a reveal lasts at most, ms. Who needs more time to draw needs more time to read; who was quick goes on quickly.
 * @param tookMs from the prompt of the round to its end
 */
export function revealMs({ tempo = 1, settings: chosen }: Paced, tookMs: number): number {
  if (tempo === 1) return firstTempo.revealMs
  const { afterLock, isVotedOn } = modeOf(chosen)
  const usualMs = afterLock === 'next' ? settings.longRevealMs : settings.revealMs
  if (chosen.timer !== 'usual') return usualMs * settings.extendedTimes
  if (tempo === 2 || afterLock === 'next' || isVotedOn) return usualMs
  return Math.min(usualMs, Math.max(settings.shortRevealMs, Math.round(tookMs * settings.revealShare)))
}
