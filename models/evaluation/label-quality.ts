/** [F9] The judge's probability of a label, in thousandths, from which on it looks right: no other label is as probable. */
export const leastSelfConfidence = 501

/** A drawing with a label that may be wrong, and the judge's eleven probabilities. */
export type Labelled = { readonly label: number; readonly thousandths: readonly number[] }

/** [F9] Self-confidence: how probable the judge finds the label. Northcutt et al., Confident Learning, 2021. */
export function selfConfidence({ label, thousandths }: Labelled): number {
  return thousandths[label] ?? 0
}

/** The places of examples, those first whose labels are most likely wrong; equals keep their order. */
export function rankByDoubt(examples: readonly Labelled[]): number[] {
  return examples
    .map((_, place) => place)
    .sort((one, other) => confidenceAt(examples, one) - confidenceAt(examples, other) || one - other)
}

/** [F9] Whether the judge finds the label probable enough for the drawing to be looked at in a stack. */
export function looksRight(example: Labelled): boolean {
  return selfConfidence(example) >= leastSelfConfidence
}

export type LabelQuality = {
  readonly examples: number
  readonly wrong: number
  /** Of the wrong ones, those among the first of the ranking, which are as many as there are wrong ones. */
  readonly found: number
  /** How many look right, and how many of these are wrong. */
  readonly stacked: number
  readonly wrongInStacks: number
}

/** What the ranking finds. @param isWrong of each example, in their order */
export function measureLabelQuality(
  examples: readonly Labelled[],
  isWrong: readonly boolean[],
): LabelQuality {
  const wrong = isWrong.filter(Boolean).length
  const first = rankByDoubt(examples).slice(0, wrong)
  const stacked = examples.flatMap((example, place) => (looksRight(example) ? [place] : []))
  return {
    examples: examples.length,
    wrong,
    found: first.filter((place) => isWrong[place]).length,
    stacked: stacked.length,
    wrongInStacks: stacked.filter((place) => isWrong[place]).length,
  }
}

function confidenceAt(examples: readonly Labelled[], place: number): number {
  const example = examples[place]
  return example ? selfConfidence(example) : 0
}
