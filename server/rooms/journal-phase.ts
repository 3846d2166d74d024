import { z } from 'zod'
import { type Drawing, newDrawing } from '#game/drawing/drawing'
import { guess, lock } from '#game/protocol/canvas-view'
import { labelCount } from '#game/protocol/constants'
import { digit, playerId, sum } from '#game/protocol/scalars'
import type { Phase } from '#game/room/room'
import { firstTempo } from '#game/room/tempo'
import { addGuess } from '#game/scoring/live-lock'
import { journalFields } from './journal-fields'
import { journalRecords } from './journal-records'

const { count, at, ms, flag, ink, inkText, hands, ofEdition } = journalFields
const { drawingRecord } = journalRecords

/** What its guesses come to is worked out again. */
const drawing: z.ZodType<Drawing> = z
  .strictObject({
    ...ofEdition,
    prompt: digit,
    sum: z.optional(sum),
    promptAtMs: ms,
    ink,
    pointCount: count,
    guesses: z.array(guess),
    lock: z.nullable(lock),
    wrongLocks: count,
    settledMs: ms,
    lagCreditMs: ms,
    isByKeyboard: flag,
    hands,
  })
  .transform(({ ink, guesses, ...kept }) => {
    const empty = newDrawing(kept.prompt, kept.promptAtMs, kept.edition)
    return guesses.reduce(addGuess, { ...empty, ...kept, ink: empty.ink.append(ink) })
  })

const canvases = z.array(
  z.strictObject({
    players: z.array(playerId),
    pen: playerId,
    penSince: count,
    penAtMs: ms.optional(),
    drawings: z.array(drawing).min(1),
  }),
)

/** Up to where ghosts have drawn. */
const ghostMs = ms.optional()

/** Up to 0.7.0 nobody could be ready, and all reveals were equally long; up to 0.9.0 it followed from the settings how long. */
const reveal = z
  .strictObject({
    name: z.literal('reveal'),
    startedAt: at.optional(),
    endsAt: at,
    totalMs: ms.optional(),
    drawings: z.array(drawingRecord),
    ready: z.array(playerId).default([]),
  })
  .transform((read) => {
    const startedAt = read.startedAt ?? read.endsAt - firstTempo.revealMs
    return { ...read, startedAt, totalMs: read.totalMs ?? read.endsAt - startedAt }
  })

export const phaseSchema: z.ZodType<Phase> = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('lobby') }),
  z.strictObject({ name: z.literal('countdown'), endsAt: at }),
  z.strictObject({
    ...{ name: z.literal('drawing'), startedAt: at, endsAt: at, leftAt: at, canvases, ghostMs },
    ready: z.array(playerId).optional(),
  }),
  z.strictObject({ name: z.literal('judging'), startedAt: at, drawnAt: at, endsAt: at, canvases, ghostMs }),
  z.strictObject({
    ...{ name: z.literal('voting'), startedAt: at, openedAt: at, endsAt: at, canvases },
    papers: z.array(z.union([z.strictObject({ canvas: count }), z.strictObject({ digit, inkText })])),
    ballots: z.array(
      z.strictObject({
        voter: count,
        entries: z.array(z.strictObject({ paper: count, label: count.max(labelCount - 1).nullable() })),
      }),
    ),
  }),
  reveal,
  z.strictObject({
    name: z.literal('finished'),
    finishedAt: at,
    rematch: z.array(playerId).default([]),
  }),
])
