import type { Drawing } from '#game/drawing/drawing'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { memoise } from '#game/memoise'
import { hashState } from '#game/prompts/game-seed'
import { shuffle } from '#game/prompts/random'
import type { PlayerId } from '#game/protocol/scalars'
import type { PhaseView } from '#game/protocol/server-messages'
import type { GoldDrawing } from '#game/voting/gold-drawing'
import { plainInk } from '#game/voting/plain-ink'
import { currentDrawing, type Game, type PhaseOf } from './room'

type Shown = Extract<PhaseView, { name: 'voting' }>
type Vote = Pick<PhaseOf<'voting'>, 'papers' | 'ballots' | 'canvases'>
type Dealt = Pick<Game, 'seed' | 'round'>

/**
 * [R34] The papers of a vote in the order in which they are shown: it follows from the seed of the game, which nobody is told, and has
 * nothing to do with canvases.
 * @returns indices into the papers of the room
 */
function paperOrder({ papers }: Vote, { seed, round }: Dealt): number[] {
  const [order] = shuffle([...papers.keys()], hashState(`${seed} papers ${round}`))
  return order
}

/** [R34] What everybody sees of a vote. */
export function viewPapers(phase: Vote, game: Dealt): Shown['papers'] {
  return paperOrder(phase, game).map((paper) => ({ inkText: paperText(phase, paper) }))
}

/** [R34] What a reader is asked about; never what others are, which would tell whose drawing is whose. */
export function viewBallot(phase: Vote, game: Dealt, reader: PlayerId): Shown['ballot'] {
  const ballot = phase.ballots.find(({ voter }) => phase.canvases[voter]?.players.includes(reader))
  if (!ballot) return null
  const order = paperOrder(phase, game)
  return ballot.entries.map(({ paper, label }) => ({
    paper: order.indexOf(paper),
    isAnswered: label !== null,
  }))
}

/** Memoised: resampled once for all who are shown it. */
const paperTexts = memoise<Drawing | GoldDrawing, string>()

function paperText({ papers, canvases }: Vote, index: number): string {
  const paper = papers[index]
  if (!paper) return ''
  if ('digit' in paper) return paperTexts(paper, () => encodeInk(plainInk(decodeInk(paper.inkText))))
  const canvas = canvases[paper.canvas]
  if (!canvas) return ''
  const drawing = currentDrawing(canvas)
  return paperTexts(drawing, () => encodeInk(plainInk(drawing.ink)))
}
