import { unpackGuesses } from '#server/store/games/stored-guesses'
import type { Prisma as Sql } from '../generated/client'
import { lastVerdicts } from './label'
import type { SampleReason } from './sample-reasons'

/** How sure the judge was of a label, from so many ops on. */
export type LabelGuesses = {
  readonly label: number
  readonly guesses: readonly { readonly opCount: number; readonly thousandths: number }[]
}

/** What a reviewer has to see of a sample. */
export type SampleToReview = {
  readonly id: string
  readonly prompt: number
  /** The eleven answers to the whole drawing. */
  readonly thousandths: readonly number[]
  /** Why it is kept. */
  readonly reasons: readonly SampleReason[]
  /** How many people read each label in it; empty where nobody voted. */
  readonly votes: readonly number[]
  /** The op log in the form of game/drawing/ink-codec. */
  readonly ink: string
  /** How the judge made up its mind about what was asked for, and about what it ended with, as far as guesses are kept. */
  readonly curves: readonly LabelGuesses[]
  /** When the prompt appeared, on the clock of the ink. */
  readonly promptAtMs: number
  readonly gameId: string
  /** What reviewers say; only of samples that they disagree on [F13]. */
  readonly verdicts: readonly { readonly reviewer: string; readonly verdict: number }[]
}

export const toReviewColumns = {
  ...{ id: true, contributorId: true, prompt: true, guess: true, thousandths: true, reasons: true },
  ...{ difficulty: true, votes: true, label: true },
  drawing: {
    select: { ink: true, guesses: true, promptAtMs: true, round: { select: { gameId: true } } },
  },
  reviews: { select: { reviewer: true, verdict: true, settles: true, createdAt: true } },
} satisfies Sql.SampleSelect

export type RowToReview = Sql.SampleGetPayload<{ select: typeof toReviewColumns }>

export function toReview({ drawing, reviews, label, guess, ...sample }: RowToReview): SampleToReview {
  const { id, prompt, thousandths, reasons, votes } = sample
  const { ink, promptAtMs, round } = drawing
  const guesses = unpackGuesses(drawing.guesses)
  const curves = [...new Set([prompt, guess])].map((label) => ({
    label,
    guesses: guesses.flatMap(({ opCount, thousandths }) =>
      thousandths ? [{ opCount, thousandths: thousandths[label] ?? 0 }] : [],
    ),
  }))
  const verdicts = label === null ? [...lastVerdicts(reviews)] : []
  return {
    ...{ id, prompt, thousandths, reasons, votes, ink, curves, promptAtMs, gameId: round.gameId },
    verdicts: verdicts.map(([reviewer, verdict]) => ({ reviewer, verdict })),
  }
}
