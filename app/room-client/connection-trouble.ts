import type { Refusal } from '#game/refusal'

/** Why there is no connection, each with a sentence of its own. */
export type Trouble = Extract<
  Refusal,
  | 'offline'
  | 'unreachable'
  | 'blocked-network'
  | 'no-answer'
  | 'server-closing'
  | 'too-many-connections'
  | 'too-many-from-here'
  | 'foreign-origin'
>

/** What this browser can see of it. */
export type Signs = {
  /** What the browser says; only its no is to be believed, and not where the server is on this very device. */
  readonly isOnline: boolean
  /** Whether the server answers an ordinary request. */
  readonly doesAnswer: boolean
  /** Whether there is a connection, and only no seat yet. */
  readonly isConnected: boolean
  /** The last reason the server gave for not letting this browser in. */
  readonly reason: string | null
}

/** Who has waited so long is told why, ms: within five seconds, all told. */
export const patienceMs = 4_500

const reasons: Partial<Record<string, Trouble>> = {
  'server-closing': 'server-closing',
  'too-many-connections': 'too-many-connections',
  'too-many-from-here': 'too-many-from-here',
  'too-often': 'too-many-from-here',
  'foreign-origin': 'foreign-origin',
}

export function findTrouble({ isOnline, doesAnswer, isConnected, reason }: Signs): Trouble {
  const told = reason === null ? undefined : reasons[reason]
  if (doesAnswer) return told ?? (isConnected ? 'no-answer' : 'blocked-network')
  // That it closes explains why it is silent; no other reason does.
  if (told === 'server-closing') return told
  return isOnline ? 'unreachable' : 'offline'
}
