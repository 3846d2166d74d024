import { z } from 'zod'
import type { StoredGuess } from '#game/check-drawing'
import type { Guess } from '#game/drawing/drawing'
import { labelCount, thousandths } from '#game/protocol/scalars'

const storedGuesses = z.array(
  z
    .tuple([z.int().min(0)], thousandths)
    .refine((numbers) => [1, 1 + labelCount].includes(numbers.length), 'eleven answers, or none'),
)

/** As stored: [opCount, eleven thousandths...] for each guess, which is a third of the size of objects. */
export function packGuesses(guesses: readonly Guess[]): number[][] {
  return guesses.map(({ opCount, thousandths }) => [opCount, ...thousandths])
}

/** @throws ZodError when the column does not hold guesses */
export function unpackGuesses(column: unknown): StoredGuess[] {
  return storedGuesses.parse(column).map(([opCount, ...thousandths]) => ({
    opCount,
    thousandths: thousandths.length > 0 ? thousandths : null,
  }))
}
