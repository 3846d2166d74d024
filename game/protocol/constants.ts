/** Values of the protocol that pages show or check without a schema: nothing here may import zod. */

/**
 * Of letters and digits that people mistake for each other one is in use and the others mean the same (after Crockford's
 * Base32), so no misreading is wrong. Without vowels no code is a word.
 */
export const roomCodeAlphabet = '0123456789CDFGHJKMNPRTVWXY'
export const roomCodeLength = 5
export const roomCodePattern = new RegExp(`^[${roomCodeAlphabet}]{${roomCodeLength}}$`)
/** As typed, with blanks and dashes. */
export const maxTypedRoomCodeLength = 24
export const exampleRoomCode = '7KX4M'

const sameAs: Record<string, string> = { O: '0', Q: '0', I: '1', L: '1', Z: '2', S: '5', B: '8', U: 'V' }

/** What a person typed as a code in the one form a code has: upper case, without blanks and dashes. */
export function normaliseRoomCode(typed: string): string {
  return typed
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[A-Z]/g, (letter) => sameAs[letter] ?? letter)
}

/** Whether what a person typed can be a code: five letters or digits that mean something. */
export function isRoomCode(typed: string): boolean {
  return roomCodePattern.test(normaliseRoomCode(typed))
}

/** In Unicode code points, as schemas count: a family of four is seven. */
export const maxNameLength = 20

/** How many hues there are, and as many shapes: with both together each seat of a room has an ink of its own. */
export const hueCount = 12

/** The labels of the judge: 0-9 are the digits, 10 is "not a digit". */
export const digitCount = 10
export const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const
export const notADigit = 10
export const labelCount = 11

/** The name of a network, and of its folder below `models/`; the number is its first group. */
export const judgeVersionPattern = /^digits-v([1-9]\d{0,5})$/

/** [R28] How hard sums are: up to nine; below twenty, taken away; the tables. */
export const sumLevels = ['easy', 'medium', 'hard'] as const
export const sumSigns = ['plus', 'minus', 'times', 'divided'] as const
/** The largest number in a sum. */
export const largestInSum = 81

/** [R27] What makes drawing harder, for fun. */
export const modifiers = ['none', 'mirror', 'blind', 'one-stroke', 'other-hand'] as const

/** [A3] What can be achieved, each once, in the order in which it is shown. */
export const achievementNames = [
  'first',
  'all-ten',
  'hundred',
  'week',
  'clean-race',
  'clean-ten',
  'sprint',
  'lightning',
  'sure',
  'one-stroke',
  'thrifty',
  'tiny',
  'giant',
  'second-try',
  'fresh-start',
] as const
export type AchievementName = (typeof achievementNames)[number]

/** [R26] Stands before the name of a ghost. Not every device has a letter for it: pages draw it. */
export const ghostMark = '👻'

/** [R26] Whose drawings can be asked for to race against: the own best result on a board, or that of a day's winner. */
export const askedGhostKinds = ['race', 'rush-30', 'rush-60', 'daily'] as const
/** Those of others come where nobody else does. */
export const ghostKinds = ['others', ...askedGhostKinds] as const
