import { z } from 'zod'
import type { Guess } from '#game/drawing/drawing'
import { labelCount } from '#game/protocol/constants'
import { digit, thousandths } from '#game/protocol/scalars'
import type { StoredGuess } from '#game/records/check-drawing'

const opCounts = z.string().regex(/^\d+( \d+)*$/)
const whole = z
  .tuple([z.int().min(0)], thousandths)
  .refine(({ length }) => length === 1 + labelCount || length === 2 + labelCount, 'eleven answers, or twelve')
const storedGuesses = z.array(z.union([opCounts, whole]))

/**
 * As stored: [opCount, eleven thousandths...] for each guess, which is a third of the size of objects; behind them that of the
 * stroke network for the prompt, where there is one.
 */
export function packGuesses(guesses: readonly Guess[]): number[][] {
  return guesses.map(({ opCount, thousandths, promptStrokeThousandths: stroke }) => [
    opCount,
    ...thousandths,
    ...(stroke === undefined ? [] : [stroke]),
  ])
}

/**
 * Those that were pruned are one text of op counts with blanks between them.
 * @throws ZodError when the column does not hold guesses
 */
export function unpackGuesses(column: unknown): StoredGuess[] {
  return storedGuesses.parse(column).flatMap((stored): StoredGuess[] => {
    if (typeof stored === 'string')
      return stored.split(' ').map((opCount) => ({ opCount: Number(opCount), thousandths: null }))
    const [opCount, ...answers] = stored
    const thousandths = answers.slice(0, labelCount)
    const stroke = answers[labelCount]
    return [{ opCount, thousandths, ...(stroke !== undefined && { promptStrokeThousandths: stroke }) }]
  })
}

const label = z
  .int()
  .min(0)
  .max(labelCount - 1)

/** [S17] Points follow from them, so what cannot be read is an error and not nobody's vote. */
export const storedVotes = z.array(z.object({ voter: z.int().min(0), label, isTrusted: z.boolean() }))
export const storedGoldCheck = z.object({ digit, label: label.nullable() }).nullable()
