import * as z from 'zod/mini'
import { settings } from '#game/settings'
import { askedGhostKinds, labelCount } from './constants'
import { emote, playerId, reportReason, roomCode, roomSettings } from './scalars'

const round = z.int().check(z.gte(0), z.lte(settings.maxRounds - 1))

/** What a browser may say, by event name. Every message is one object; every number has bounds. */
export const clientMessages = {
  'room:create': z.strictObject({ settings: z.optional(roomSettings) }),
  /** A room of one's own for the challenge of the day. */
  'room:daily': z.strictObject({}),
  'room:join': z.strictObject({ code: roomCode, isSpectator: z.boolean() }),
  /** From a TV: to be shown this room. */
  'room:watch': z.strictObject({ code: roomCode }),
  'room:leave': z.strictObject({}),
  /** Asks for the whole view anew, after a gap in the sequence. */
  'room:resync': z.strictObject({}),
  'settings:change': z.strictObject({ settings: roomSettings }),
  'player:kick': z.strictObject({ playerId }),
  /** In a public room: for sending this player away. */
  'player:vote': z.strictObject({ playerId }),
  /** Tells the admin of another player, who is here or was. */
  'player:report': z.strictObject({ playerId, reason: reportReason }),
  'emote:send': z.strictObject({ emote }),
  /** [R25] A seat in the public room that is nearest by rating; in a new one where none takes it. */
  'room:quick': z.strictObject({}),
  /** [R25] A room of one's own against the own best on a board, or the winner of yesterday's challenge; it begins at once. */
  'room:ghosts': z.strictObject({ kind: z.enum(askedGhostKinds) }),
  /** Begins a game; on the podium, a rematch. */
  'game:start': z.strictObject({}),
  /** [R19] Has seen enough of this round's results. */
  'round:ready': z.strictObject({ round }),
  /** [R30] What the player reads in a drawing of their ballot: a digit, or 10 for nothing that can be read. */
  'vote:cast': z.strictObject({
    round,
    entry: z.int().check(z.gte(0), z.lte(settings.drawingsPerBallot)),
    label: z.int().check(z.gte(0), z.lte(labelCount - 1)),
  }),
  /** Ends a round that has no timer. */
  'round:end': z.strictObject({}),
  /** [R24] Gives the pen to the next of the team. */
  'pen:pass': z.strictObject({}),
  /** [R20] On the podium: would play again. */
  'rematch:ask': z.strictObject({}),
  'lobby:open': z.strictObject({}),
  /** The next ops of the player's own drawing. `from` makes a repeated batch harmless and a lost one visible. */
  'ink:add': z.strictObject({
    round,
    drawing: z.int().check(z.gte(0), z.lte(settings.maxDrawingsPerCanvas - 1)),
    from: z.int().check(z.gte(0), z.lte(settings.maxOpsPerDrawing)),
    /** [D5] */
    isByKeyboard: z._default(z.boolean(), false),
    /** In the form of drawing/ink-codec. */
    inkText: z.string().check(z.minLength(1), z.maxLength(settings.maxBatchChars)),
  }),
} as const

export type ClientMessageName = keyof typeof clientMessages
export type ClientMessage<Name extends ClientMessageName> = z.infer<(typeof clientMessages)[Name]>
/** As a browser writes it, before defaults and transforms. */
export type ClientMessageInput<Name extends ClientMessageName> = z.input<(typeof clientMessages)[Name]>
