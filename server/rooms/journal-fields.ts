import { z } from 'zod'
import { editions } from '#game/drawing/editions'
import type { InkOp } from '#game/drawing/ink'
import { decodeInk, InkFormatError } from '#game/drawing/ink-codec'
import { colour } from '#game/protocol/colour'
import { playerId } from '#game/protocol/scalars'
import { holdReasons } from '#game/records/hold-reason'
import type { RecordedPlayer } from '#game/records/record'
import { tempos } from '#game/room/tempo'

const count = z.int().min(0)
const at = z.int().min(0)
/** Ms since a round began, or since a prompt appeared. */
const ms = z.int().min(0)
const seed = z.int().min(0)
const flag = z.boolean()

const reasons = z.array(z.enum(holdReasons))

const ink: z.ZodType<InkOp[]> = z.string().transform((text, context) => {
  try {
    return decodeInk(text)
  } catch (error) {
    if (!(error instanceof InkFormatError)) throw error
    context.addIssue({ code: 'custom', message: error.message })
    return z.NEVER
  }
})

/** Ink that stays text: it is checked all the same, since it will be read. */
const inkText = z.string().refine((text) => ink.safeParse(text).success, 'not ink')

const judge = z.strictObject({ version: z.string(), engine: z.enum(['wasm', 'native']) })
const daily = z.strictObject({ day: z.iso.date(), isRanked: flag, secret: z.string().optional() })

/** Up to 0.5.0 seats carried a consent, which nobody had been asked for: it is read, and dropped. */
const unasked = { hasConsented: flag.optional() }
function withoutUnasked<Told extends z.infer<z.ZodObject<typeof unasked>>>(told: Told) {
  const { hasConsented: _, ...kept } = told
  return kept
}

const recordedPlayer: z.ZodType<RecordedPlayer> = z
  .strictObject({ id: playerId, name: z.string(), label: z.string(), colour, ...unasked })
  .transform(withoutUnasked)

/** Files of 0.5.0 have none: their games go on by the first edition. */
const edition = z.literal(editions)
const ofEdition = { edition: edition.optional() }

/** [R19] Those of 0.7.0 have none either: their games go on at the first tempo. */
const tempo = z.literal(tempos)

/** [D6] */
const hands = z.array(z.strictObject({ from: count, player: count })).optional()

/** Fields that several parts of a journal have. */
export const journalFields = {
  count,
  at,
  ms,
  seed,
  flag,
  reasons,
  ink,
  inkText,
  judge,
  daily,
  unasked,
  recordedPlayer,
  edition,
  ofEdition,
  tempo,
  hands,
  withoutUnasked,
}
