/** Every way to be told no. A refusal changes nothing and reaches the player who asked. */
export const refusals = [
  'bad-message',
  'too-often',
  'no-such-room',
  'room-full',
  'room-locked',
  'banned',
  'not-seated',
  'not-host',
  'not-now',
  'nobody-to-play',
  'not-public',
  'daily-settings',
  'not-playing',
  'not-your-pen',
  'wrong-round',
  'drawing-over',
  'too-late',
  'ink-gap',
  'ink-limit',
  'no-such-player',
  'no-identity',
  'old-version',
  'server-full',
  'server-closing',
] as const

export type Refusal = (typeof refusals)[number]
