import * as z from 'zod/mini'
import { settings } from '#game/settings'
import {
  digitCount,
  ghostKinds,
  largestInSum,
  maxNameLength,
  maxTypedRoomCodeLength,
  modifiers,
  normaliseRoomCode,
  roomCodePattern,
  sumLevels,
  sumSigns,
} from './constants'

export const roomCode = z.pipe(
  z.pipe(z.string().check(z.maxLength(maxTypedRoomCodeLength)), z.transform(normaliseRoomCode)),
  z.string().check(z.regex(roomCodePattern)),
)
export type RoomCode = z.infer<typeof roomCode>

export const playerId = z.uuid()
export type PlayerId = z.infer<typeof playerId>

/** What a TV is told it is: it shows a room without a seat in it. No player ever has this id. */
export const nobody: PlayerId = '00000000-0000-0000-0000-000000000000'

export const gameId = z.uuid()
export type GameId = z.infer<typeof gameId>

export const ghostKind = z.enum(ghostKinds)
export type GhostKind = z.infer<typeof ghostKind>

export const digit = z.int().check(z.gte(0), z.lte(digitCount - 1))
export type Digit = z.infer<typeof digit>

export const thousandths = z.int().check(z.gte(0), z.lte(1000))

/**
 * What has no place on a line, and what nobody sees: direction marks, letters and signs that are blank, and tags but for those of a flag
 * such as Scotland's.
 */
const unseen =
  /(?<flag>\u{1f3f4}[\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\p{Cc}\p{Co}\p{Cs}]|(?![\u200c\u200d])\p{Cf}|[\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0]/gu

/** More marks on one letter than any language writes: they would stand on the lines above and below. */
const piled = /(?<marks>\p{Mn}{4})[\p{Mn}\p{Me}]+/gu

/** Accents before the first letter, and joiners that join nothing: what earlier versions left when they cut an emoji. */
const halves = /^[\s\p{M}\u200c\u200d]+|[\s\u200c\u200d]+$/gu

/**
 * A name as it is stored: trimmed, on one line, without control and direction marks (the joiners inside emoji and Persian
 * words stay), with something to see in it. The word filter is the shell's.
 */
export const playerName = z.pipe(
  z.pipe(
    z.string().check(z.maxLength(200)),
    z.transform((typed: string) =>
      typed
        .normalize('NFC')
        .replaceAll(unseen, '$<flag>')
        .replaceAll(piled, '$<marks>')
        .replaceAll(/\s+/gu, ' ')
        .replaceAll(halves, ''),
    ),
  ),
  z.string().check(z.maxLength(maxNameLength), z.regex(/[\p{L}\p{N}\p{P}\p{S}]/u)),
)

/** All that players can say to each other. */
export const emote = z.enum(['wow', 'laugh', 'clap', 'oops', 'think', 'heart'])
export type Emote = z.infer<typeof emote>

/** What a player can be reported for. */
export const reportReason = z.enum(['name', 'drawing', 'cheating'])
export type ReportReason = z.infer<typeof reportReason>

export const modeName = z.enum(['race', 'rush', 'relay', 'fool'])
export type ModeName = z.infer<typeof modeName>

/** An accessibility setting: the time as chosen, twice as much, or as much as it takes. */
export const timer = z.enum(['usual', 'extended', 'none'])
export type Timer = z.infer<typeof timer>

export type SumLevel = (typeof sumLevels)[number]

/** [R28] None: the digit itself is the prompt. */
const sumsChoice = z.enum(['none', ...sumLevels])

const operand = z.int().check(z.gte(0), z.lte(largestInSum))
/** [R28] A prompt that has to be worked out: its answer is one digit. */
export const sum = z.object({ left: operand, sign: z.enum(sumSigns), right: operand })
export type Sum = Readonly<z.infer<typeof sum>>

/** [R27] */
const modifier = z.enum(modifiers)
export type Modifier = z.infer<typeof modifier>
export type PlayedModifier = Exclude<Modifier, 'none'>

export const roomSettings = z.strictObject({
  mode: modeName,
  rounds: z.int().check(z.gte(1), z.lte(settings.maxRounds)),
  roundSeconds: z.int().check(z.gte(5), z.lte(60)),
  /** Games from before there was a choice had the usual one. */
  timer: z._default(timer, 'usual'),
  digits: z.array(digit).check(
    z.minLength(1),
    z.maxLength(digitCount),
    z.refine((digits) => new Set(digits).size === digits.length, 'each digit once'),
  ),
  isPublic: z.boolean(),
  isLocked: z.boolean(),
  hasStreakBonus: z.boolean(),
  /** Games from before 0.9.0 had neither. A relay has no sums, whatever is chosen. */
  sums: z._default(sumsChoice, 'none'),
  modifier: z._default(modifier, 'none'),
})
export type RoomSettings = z.infer<typeof roomSettings>

export const defaultRoomSettings: RoomSettings = {
  mode: 'race',
  rounds: 5,
  roundSeconds: 10,
  timer: 'usual',
  digits: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  isPublic: false,
  isLocked: false,
  hasStreakBonus: false,
  sums: 'none',
  modifier: 'none',
}
