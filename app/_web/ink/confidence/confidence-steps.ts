import type { InkOp } from '#game/drawing/ink'

/** From then on the judge was so sure of the prompt, until the next step. */
export type ConfidenceStep = { readonly atMs: number; readonly thousandths: number }

type GuessOfPrompt = { readonly opCount: number; readonly thousandths: number }

/**
 * How sure the judge was of the prompt: not at all when it appeared, then as each guess says from when the ink it saw was there.
 * @param promptAtMs when the prompt appeared, on the clock of the ops
 * @returns times are ms since the prompt appeared
 */
export function confidenceSteps(
  ops: readonly InkOp[],
  promptAtMs: number,
  guesses: readonly GuessOfPrompt[],
): ConfidenceStep[] {
  const seenAtMs = (opCount: number) => ops[opCount - 1]?.atMs ?? promptAtMs
  return [
    { atMs: 0, thousandths: 0 },
    ...guesses.map(({ opCount, thousandths }) => ({
      atMs: Math.max(0, seenAtMs(opCount) - promptAtMs),
      thousandths,
    })),
  ]
}
