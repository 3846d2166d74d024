import type { Guess } from '#game/drawing/drawing'
import type { Digit } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { answerOf } from './answer'

/** What somebody read in a drawing of somebody else, without being told what it is. */
export type Vote = {
  /** Index of the voter's own canvas in the round. */
  readonly voter: number
  /** A digit, or 10 for nothing that can be read. */
  readonly label: number
  /** Whether the voter read the drawing whose digit is known [S17]. */
  readonly isTrusted: boolean
}

/** What people and the judge made of a drawing. */
export type Fooling = {
  /** How many were asked and are trusted, and how many of them read the digit it was drawn for. */
  readonly readers: number
  readonly right: number
  /** The judge's last answer [S13]; null where it was never asked. */
  readonly answer: number | null
  /** Whether people read it, and the judge does not. */
  readonly isFooled: boolean
}

type Voted = {
  readonly prompt: Digit
  readonly guesses: { readonly at: (index: number) => Guess | undefined }
  readonly votes: readonly Vote[]
}

/** [S17] More than half of the trusted voters have to read it, so that a scribble does not count as fooling the judge. */
export function foolingOf({ prompt, guesses, votes }: Voted): Fooling {
  const trusted = votes.filter(({ isTrusted }) => isTrusted)
  const right = trusted.filter(({ label }) => label === prompt).length
  const final = guesses.at(-1)
  const answer = final ? answerOf(final.thousandths) : null
  const isFooled = answer !== null && answer !== prompt && right * 2 > trusted.length
  return { readers: trusted.length, right, answer, isFooled }
}

/** [S17] `maxPoints` times the share of the readers who were right, where the judge was not. */
export function foolPoints(voted: Voted): number {
  const { readers, right, isFooled } = foolingOf(voted)
  return isFooled ? Math.round((settings.maxPoints * right) / readers) : 0
}
