import { z } from 'zod'
import { settings } from '#game/settings'
import { labelCount } from './constants'
import { emote, ghostKind, playerId, reportReason, roomCode, roomSettings } from './scalars'

const round = z
  .int()
  .min(0)
  .max(settings.maxRounds - 1)

/** What a browser may say, by event name. Every message is one object; every number has bounds. */
export const clientMessages = {
  'room:create': z.strictObject({ settings: roomSettings.optional() }),
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
  'room:ghosts': z.strictObject({ kind: ghostKind.exclude(['others']) }),
  /** Begins a game; on the podium, a rematch. */
  'game:start': z.strictObject({}),
  /** [R19] Has seen enough of this round's results. */
  'round:ready': z.strictObject({ round }),
  /** [R30] What the player reads in a drawing of their ballot: a digit, or 10 for nothing that can be read. */
  'vote:cast': z.strictObject({
    round,
    entry: z.int().min(0).max(settings.drawingsPerBallot),
    label: z
      .int()
      .min(0)
      .max(labelCount - 1),
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
    drawing: z
      .int()
      .min(0)
      .max(settings.maxDrawingsPerCanvas - 1),
    from: z.int().min(0).max(settings.maxOpsPerDrawing),
    /** [D5] */
    isByKeyboard: z.boolean().default(false),
    /** In the form of drawing/ink-codec. */
    inkText: z.string().min(1).max(settings.maxBatchChars),
  }),
} as const

export type ClientMessageName = keyof typeof clientMessages
export type ClientMessage<Name extends ClientMessageName> = z.infer<(typeof clientMessages)[Name]>
/** As a browser writes it, before defaults and transforms. */
export type ClientMessageInput<Name extends ClientMessageName> = z.input<(typeof clientMessages)[Name]>
