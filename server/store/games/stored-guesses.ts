import { z } from 'zod'
import type { Guess } from '#game/drawing/drawing'
import { labelCount } from '#game/protocol/constants'
import { thousandths } from '#game/protocol/scalars'
import type { StoredGuess } from '#game/records/check-drawing'

const opCounts = z.string().regex(/^\d+( \d+)*$/)
const whole = z
  .tuple([z.int().min(0)], thousandths)
  .refine((numbers) => numbers.length === 1 + labelCount, 'eleven answers')
const storedGuesses = z.array(z.union([opCounts, whole]))

/** As stored: [opCount, eleven thousandths...] for each guess, which is a third of the size of objects. */
export function packGuesses(guesses: readonly Guess[]): number[][] {
  return guesses.map(({ opCount, thousandths }) => [opCount, ...thousandths])
}

/**
 * Those that were pruned are one text of op counts with blanks between them.
 * @throws ZodError when the column does not hold guesses
 */
export function unpackGuesses(column: unknown): StoredGuess[] {
  return storedGuesses.parse(column).flatMap((stored): StoredGuess[] => {
    if (typeof stored === 'string')
      return stored.split(' ').map((opCount) => ({ opCount: Number(opCount), thousandths: null }))
    const [opCount, ...thousandths] = stored
    return [{ opCount, thousandths }]
  })
}
