import { settings } from '#game/settings'
import { modeOf } from './modes'
import type { Game } from './room'

/**
 * [R19] How fast a game goes from round to round. A game keeps the tempo it began with, so that a log gives the same rounds
 * whenever it is run again. 1, up to 0.7.0: a full countdown before each round, and 6 s for each reveal. 2: the present one.
 */
export const tempos = [1, 2] as const
export type Tempo = (typeof tempos)[number]

export const presentTempo: Tempo = 2

/** The times of the first tempo. They are constants, so that games of that time keep them when the settings change. */
export const firstTempo = { countdownMs: 3_000, revealMs: 6_000 } as const

type Paced = Pick<Game, 'tempo' | 'settings' | 'round'>

/** How long the countdown before the present round lasts, ms. */
export function countdownMs({ tempo = 1, round }: Paced): number {
  if (tempo === 1) return firstTempo.countdownMs
  return round === 0 ? settings.countdownMs : settings.betweenRoundsMs
}

/** How long a reveal lasts at most, ms. With an extended timer there is more time to read as well. */
export function revealMs({ tempo = 1, settings: chosen }: Paced): number {
  if (tempo === 1) return firstTempo.revealMs
  const usualMs = modeOf(chosen).afterLock === 'next' ? settings.longRevealMs : settings.revealMs
  return chosen.timer === 'usual' ? usualMs : usualMs * settings.extendedTimes
}
