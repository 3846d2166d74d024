import { expect, test } from 'vitest'
import type { PhaseView, Tally } from '#game/protocol/server-messages'
import { applyReady } from './apply-notices'
import { applyView } from './apply-view'
import { livePlacing } from './live-placing'
import { ann, ben, canvas, joined, viewOf } from './testing/views'

const cem = '00000000-0000-4000-8000-0000000000c0'
const inGame = { gameStartedAt: 500, round: 1, rounds: 3, mode: 'race' as const }
const standing = (playerId: string, score: number, rank: number): Tally[number] => ({
  ...{ playerId, name: playerId, colour: 0, score, rank, team: null },
})
const tally = [standing(cem, 1_000, 1), standing(ann, 500, 2), standing(ben, 460, 3)]

function drawing(points: { ann: number; ben: number }): PhaseView {
  const canvases = [canvas(ann, [], { points: points.ann }), canvas(ben, [], { points: points.ben })]
  return { name: 'drawing', ...inGame, tally, startedAt: 1_000, endsAt: 11_000, canvases }
}
const reveal = (changed: Partial<Extract<PhaseView, { name: 'reveal' }>> = {}): PhaseView => ({
  ...{ name: 'reveal', ...inGame, tally: [standing(ann, 1_300, 1)], endsAt: 9_000, totalMs: 3_500 },
  ...{ drawings: [], ready: [], ...changed },
})
const seen = (phase: PhaseView, before = joined) => applyView(before, viewOf(1, [], { phase }), 5_000)

test('standings: what has locked in the round counts already, and who has gone keeps what they had', () => {
  expect(livePlacing(seen(drawing({ ann: 0, ben: 0 })))).toEqual({ kind: 'behind', rank: 2, gap: 500 })
  expect(livePlacing(seen(drawing({ ann: 0, ben: 900 })))).toEqual({ kind: 'behind', rank: 3, gap: 860 })
  expect(livePlacing(seen(drawing({ ann: 800, ben: 0 })))).toEqual({ kind: 'ahead', rank: 1, gap: 300 })
})

test('standings: who plays is counted once, with what has locked', () => {
  const two = { ...drawing({ ann: 0, ben: 0 }), tally: [standing(ben, 600, 1), standing(ann, 500, 2)] }
  expect(livePlacing(seen(two))).toEqual({ kind: 'behind', rank: 2, gap: 100 })
})

test('standings: who watches has no place', () => {
  expect(livePlacing(seen(drawing({ ann: 0, ben: 0 }), { ...joined, you: cem }))).toBeNull()
})

test('standings: at the results it is known how all stood before them, through every further view of them', () => {
  const shown = seen(reveal(), seen(drawing({ ann: 0, ben: 0 })))
  expect(shown.tallyBefore).toEqual(tally)
  expect(seen(reveal(), shown).tallyBefore).toEqual(tally)
  expect(seen(reveal({ round: 2 }), shown).tallyBefore).toBeNull()
  expect(seen(reveal({ gameStartedAt: 90_000 }), shown).tallyBefore).toBeNull()
  expect(seen(reveal()).tallyBefore, 'after a reload it is not known').toBeNull()
})

test('[R19] ready: it is taken in once, and for the round that is shown', () => {
  const shown = seen(reveal())
  const ready = applyReady(shown, { playerId: ben, round: 1 })
  expect(ready.phase).toMatchObject({ ready: [ben] })
  expect(applyReady(ready, { playerId: ben, round: 1 })).toBe(ready)
  expect(applyReady(ready, { playerId: ann, round: 1 }).phase).toMatchObject({ ready: [ben, ann] })
  expect(applyReady(shown, { playerId: ben, round: 0 })).toBe(shown)
})
