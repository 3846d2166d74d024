/** Each is a file in messages/<locale>/, and the first word of the names of what is in it. */
export const messageFiles = [
  'common',
  'home',
  'room',
  'refusal',
  'practice',
  'explain',
  'leaderboard',
  'daily',
  'profile',
  'privacy',
  'replay',
  'tv',
  'result',
  'rewards',
  'models',
  'admin',
] as const
export type MessageFile = (typeof messageFiles)[number]
