import { expect, test } from 'vitest'
import type { PhaseView } from '#game/protocol/server-messages'
import { applyVote, applyVoters } from './apply-notices'
import { applyView } from './apply-view'
import { ann, ben, canvas, joined, viewOf } from './testing/views'

const inGame = { gameStartedAt: 500, round: 1, rounds: 3, mode: 'fool' as const }
const ballot = (...answered: boolean[]) => answered.map((isAnswered, paper) => ({ paper, isAnswered }))
const voting: PhaseView = {
  ...{ name: 'voting', ...inGame, tally: [], endsAt: 9_000, totalMs: 8_000, papers: [] },
  ...{ voted: 0, voters: 2, ballot: ballot(false, false, false) },
}
const drawing: PhaseView = {
  ...{ name: 'drawing', ...inGame, tally: [], startedAt: 1_000, endsAt: 11_000 },
  canvases: [canvas(ann), canvas(ben)],
}
const seen = (phase: PhaseView) => applyView(joined, viewOf(1, [], { phase }), 5_000)

test('[R30] vote: it marks one entry on the own ballot, and no other', () => {
  const voted = applyVote(seen(voting), { round: 1, entry: 1 })
  expect(voted.phase).toMatchObject({ ballot: ballot(false, true, false), voted: 0 })
  const watching = seen({ ...voting, ballot: null })
  expect(applyVote(watching, { round: 1, entry: 1 })).toBe(watching)
})

test('[R30] vote: how many have voted is told of all together', () => {
  const counted = applyVoters(seen(voting), { round: 1, voted: 1, voters: 2 })
  expect(counted.phase).toMatchObject({ voted: 1, voters: 2, ballot: ballot(false, false, false) })
})

test('[R30] vote: what is about another round, or comes after the vote, is stale', () => {
  const counted = { round: 1, voted: 1, voters: 2 }
  const shown = seen(voting)
  expect(applyVote(shown, { round: 0, entry: 1 })).toBe(shown)
  expect(applyVoters(shown, { ...counted, round: 0 })).toBe(shown)
  const later = seen(drawing)
  expect(applyVote(later, { round: 1, entry: 1 })).toBe(later)
  expect(applyVoters(later, counted)).toBe(later)
})
