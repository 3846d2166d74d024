import { settings as rules } from '#game/settings'
import type { Replay } from '#server/store/games/find-replay'

/** What the line of facts below the title of a stored game is made of: its mode, how long [R15] its rounds were, and how many. */
export function gameFacts({ settings, rounds }: Pick<Replay, 'settings' | 'rounds'>) {
  const { mode, timer, roundSeconds } = settings
  const times = { usual: 1, extended: rules.extendedTimes, none: 0 }[timer]
  return { mode, seconds: roundSeconds * times, rounds: rounds.length }
}
