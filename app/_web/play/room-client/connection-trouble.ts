import type { Refusal } from '#game/protocol/refusal'

/** Why there is no connection, each with a sentence of its own. */
export type Trouble = Extract<
  Refusal,
  | 'offline'
  | 'unreachable'
  | 'blocked-network'
  | 'no-answer'
  | 'server-closing'
  | 'server-failed'
  | 'database-away'
  | 'too-often'
  | 'too-many-connections'
  | 'too-many-from-here'
  | 'foreign-origin'
>

/** What this browser can see of it. */
export type Observations = {
  /** What the browser says: reliable only when it says offline, and not with a server on this device. */
  readonly isOnline: boolean
  /** Whether the server answers an ordinary request. */
  readonly doesAnswer: boolean
  /** Whether there is a connection, and only no seat yet. */
  readonly isConnected: boolean
  /** The last reason that was given for not letting this browser in. */
  readonly reason: string | null
}

/** After waiting this long, ms, a person is told why: within five seconds in all. */
export const explainAfterMs = 4_500

const reasons: readonly Trouble[] = [
  'blocked-network',
  'server-closing',
  'server-failed',
  'database-away',
  'too-often',
  'too-many-connections',
  'too-many-from-here',
  'foreign-origin',
]
/** What explains a silence too: the server said that it closes, or the network answered in its place. */
const outlastingSilence: readonly Trouble[] = ['server-closing', 'blocked-network']

export function findTrouble({ isOnline, doesAnswer, isConnected, reason }: Observations): Trouble {
  const serverReason = reasons.find((each) => each === reason)
  if (doesAnswer) return serverReason ?? (isConnected ? 'no-answer' : 'blocked-network')
  if (serverReason && outlastingSilence.includes(serverReason)) return serverReason
  return isOnline ? 'unreachable' : 'offline'
}
