import { nextRandom, type RandomState, shuffle } from '#game/prompts/random'
import { settings } from '#game/settings'
import { type GoldDrawing, goldDrawing } from './gold-drawing'

/** What is voted on: the drawing on a canvas, or a gold drawing. Voters are not told which it is. */
export type Paper = { readonly canvas: number } | GoldDrawing

/** What one voter is asked, in the order in which it is shown. */
export type Ballot = {
  /** Index of the voter's canvas. */
  readonly voter: number
  readonly entries: readonly BallotEntry[]
}

export type BallotEntry = {
  /** Index into the papers. */
  readonly paper: number
  /** What was read: a digit, or 10 for nothing that can be read; null while it is not answered. */
  readonly label: number | null
}

export type Voting = { readonly papers: readonly Paper[]; readonly ballots: readonly Ballot[] }

type Electorate = {
  /** Indices of the canvases that have something to be seen. */
  readonly drawn: readonly number[]
  /** Indices of the canvases of those who may vote; players who are present come first. */
  readonly voters: readonly number[]
}

/**
 * [R30] Assigns drawings to voters: each voter gets at most `drawingsPerBallot` drawings of others and one gold drawing, in random
 * order, and all drawings get about the same number of votes. Deterministic: the same seed gives the same ballots.
 */
export function dealBallots({ drawn, voters }: Electorate, seed: RandomState): Voting {
  let state = seed
  const [shuffled, next] = shuffle(drawn, state)
  state = next
  const canvasPapers: readonly Paper[] = shuffled.map((canvas) => ({ canvas }))
  const golds = Array.from({ length: settings.goldDrawings }, () => {
    state = nextRandom(state)[1]
    return goldDrawing(state)
  })
  const votes = canvasPapers.map(() => 0)
  const dealt = voters.map((voter): { voter: number; papers: number[] } => ({ voter, papers: [] }))
  for (let turn = 0; turn < settings.drawingsPerBallot; turn++) {
    for (const { voter, papers } of dealt) {
      const paper = fewestVotes(votes, (at) => shuffled[at] !== voter && !papers.includes(at))
      if (paper === undefined) continue
      papers.push(paper)
      votes[paper] = (votes[paper] ?? 0) + 1
    }
  }
  const ballots = dealt.flatMap(({ voter, papers }, at): Ballot[] => {
    if (papers.length === 0) return []
    const mixed = [...papers, canvasPapers.length + (at % golds.length)]
    const [order, later] = shuffle(mixed, state)
    state = later
    return [{ voter, entries: order.map((paper) => ({ paper, label: null })) }]
  })
  return { papers: [...canvasPapers, ...golds], ballots }
}

function fewestVotes(votes: readonly number[], mayTake: (at: number) => boolean): number | undefined {
  const free = [...votes.keys()].filter(mayTake)
  const least = Math.min(...free.map((at) => votes[at] ?? 0))
  return free.find((at) => votes[at] === least)
}

export function isComplete({ entries }: Ballot): boolean {
  return entries.every(({ label }) => label !== null)
}

/** A voter's answer about the gold drawing. */
export type GoldCheck = { readonly digit: number; readonly label: number | null }

export function goldCheckOf({ papers }: Pick<Voting, 'papers'>, { entries }: Ballot): GoldCheck | null {
  for (const { paper, label } of entries) {
    const asked = papers[paper]
    if (asked && 'digit' in asked) return { digit: asked.digit, label }
  }
  return null
}
