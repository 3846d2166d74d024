import { expect, test } from 'vitest'
import type { PhaseView } from '#game/protocol/server-messages'
import { applySecret, applyVote } from './apply-notices'
import { applyView } from './apply-view'
import { ann, ben, canvas, joined, viewOf } from './testing/views'

const inGame = { gameStartedAt: 500, round: 1, rounds: 3, mode: 'fool' as const }
const entries = (...answered: boolean[]) => answered.map((isAnswered, paper) => ({ paper, isAnswered }))
const voting: PhaseView = {
  ...{ name: 'voting', ...inGame, tally: [], endsAt: 9_000, totalMs: 8_000, papers: [] },
  ballots: [
    { voter: ann, entries: entries(false, false, false) },
    { voter: ben, entries: entries(false, false, false) },
  ],
}
const drawing = (
  canvases = [canvas(ann, [], { prompt: null }), canvas(ben, [], { prompt: null })],
): PhaseView => ({
  ...{ name: 'drawing', ...inGame, tally: [], startedAt: 1_000, endsAt: 11_000, canvases },
})
const seen = (phase: PhaseView) => applyView(joined, viewOf(1, [], { phase }), 5_000)

test('[R30] vote: it marks one entry on the ballot of who has voted, and no other', () => {
  const voted = applyVote(seen(voting), { playerId: ben, round: 1, entry: 1 })
  expect(voted.phase).toMatchObject({
    ballots: [
      { voter: ann, entries: entries(false, false, false) },
      { voter: ben, entries: entries(false, true, false) },
    ],
  })
})

test('[R30] vote: one about another round, or after the vote, is stale', () => {
  const shown = seen(voting)
  expect(applyVote(shown, { playerId: ben, round: 0, entry: 1 })).toBe(shown)
  const later = seen(drawing())
  expect(applyVote(later, { playerId: ben, round: 1, entry: 1 })).toBe(later)
})

test('[R29] secret digit: it is on the own canvas alone, and only in the round and the game it was told for', () => {
  const secret = { gameStartedAt: 500, round: 1, digit: 7 as const }
  const prompts = (told: Partial<typeof secret>, phase = drawing()) =>
    applySecret({ ...seen(phase), secret: { ...secret, ...told } }).canvases.map(({ prompt }) => prompt)
  expect(prompts({})).toEqual([7, null])
  expect(prompts({ round: 0 })).toEqual([null, null])
  expect(prompts({ gameStartedAt: 400 })).toEqual([null, null])
  expect(prompts({}, drawing([canvas(ann, [], { prompt: 3 }), canvas(ben)]))).toEqual([3, 7])
  expect(prompts({}, drawing([canvas(ben, [], { prompt: null })]))).toEqual([null])
})
