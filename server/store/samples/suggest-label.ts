import { leaningOf } from '#game/scoring/answer'

/** How many people read a label in a drawing. */
export type LabelVotes = { readonly label: number; readonly count: number }

/** [C17] The labels that people voted for, those with most votes first. */
export function votedLabels(votes: readonly number[]): LabelVotes[] {
  return votes
    .map((count, label) => ({ label, count }))
    .filter(({ count }) => count > 0)
    .sort((one, other) => other.count - one.count)
}

/**
 * [C17] What a reviewer is offered first: what most people read where they voted, else what the network takes it for.
 * It labels nothing by itself.
 */
export function suggestLabel({
  votes,
  thousandths,
}: {
  readonly votes: readonly number[]
  readonly thousandths: readonly number[]
}): number {
  const [first, second] = votedLabels(votes)
  return first && first.count > (second?.count ?? 0) ? first.label : leaningOf(thousandths).label
}
