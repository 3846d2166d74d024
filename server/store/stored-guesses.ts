import { z } from 'zod'
import type { Guess } from '#game/drawing/drawing'
import { labelCount, thousandths } from '#game/protocol/scalars'

const storedGuesses = z.array(
  z
    .tuple([z.int().min(0)], thousandths)
    .refine((numbers) => numbers.length === 1 + labelCount, 'eleven answers'),
)

/** As stored: [opCount, eleven thousandths...] for each guess, which is a third of the size of objects. */
export function packGuesses(guesses: readonly Guess[]): number[][] {
  return guesses.map(({ opCount, thousandths }) => [opCount, ...thousandths])
}

/** @throws ZodError when the column does not hold guesses */
export function unpackGuesses(column: unknown): Guess[] {
  return storedGuesses.parse(column).map(([opCount, ...thousandths]) => ({ opCount, thousandths }))
}
