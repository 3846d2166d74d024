import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Change, RoomView } from '#game/protocol/server-messages'
import { applyProgress } from './apply-progress'
import { applyView } from './apply-view'
import { markSent, nextBatch } from './ink-log'
import { addOwnInk } from './own-ink'
import type { RoomState } from './room-state'
import { ann, ben, canvas, draw, guess, joined, lift, told, viewOf } from './testing/views'

const inkAdded = (from: number, ...ops: InkOp[]): Change => ({
  type: 'ink:added',
  ...{ canvas: 1, drawing: 0, from, inkText: encodeInk(ops), isByKeyboard: false },
})
const begun = () => applyView(joined, viewOf(4, [canvas(ann), canvas(ben)]), 5_000)

function drawn(state: RoomState, ...ops: InkOp[]): RoomState {
  if (!state.own) throw new Error('nobody may draw')
  return { ...state, own: addOwnInk(state.own, ops) }
}

test('[P2] room state: progress follows the view it belongs to, and grows ink and guess', () => {
  const state = applyProgress(
    begun(),
    told(5, inkAdded(0, draw(10, 1, 2)), { type: 'guess:made', canvas: 1, drawing: 0, guess: guess(1) }),
  )
  expect(state.sequence).toBe(5)
  expect(state.canvases[1]?.strokeState.strokes).toHaveLength(1)
  expect(state.canvases[1]?.guess).toEqual(guess(1))
})

test('room state: a canvas that has been wiped is a blank page again, whatever the judge makes of it', () => {
  const guessMade = (opCount: number): Change => ({
    type: 'guess:made',
    canvas: 1,
    drawing: 0,
    guess: guess(opCount),
  })
  const seen = applyProgress(begun(), told(5, inkAdded(0, draw(10, 1, 2)), guessMade(1)))
  const wiped = applyProgress(seen, told(6, inkAdded(1, { kind: 'clear', atMs: 20 }), guessMade(2)))
  expect(wiped.canvases[1]?.guess).toBeNull()
  const anew = applyProgress(wiped, told(7, inkAdded(2, draw(30, 4, 5)), guessMade(3)))
  expect(anew.canvases[1]?.guess).toEqual(guess(3))
})

test('room state: after a gap nothing more is applied until a view has come', () => {
  const behind = applyProgress(begun(), told(6, inkAdded(0, draw(10, 1))))
  expect(behind.isBehind).toBe(true)
  expect(applyProgress(behind, told(7, inkAdded(0, draw(10, 1))))).toBe(behind)
  const healed = applyView(behind, viewOf(7, [canvas(ann), canvas(ben, [draw(10, 1)])]), 5_000)
  expect(healed).toMatchObject({ isBehind: false, sequence: 7 })
  expect(healed.canvases[1]?.ink).toHaveLength(1)
})

test('room state: ink that a view has already shown is not drawn twice', () => {
  const state = applyView(joined, viewOf(4, [canvas(ann), canvas(ben, [draw(10, 1), lift(12)])]), 5_000)
  const after = applyProgress(state, told(5, inkAdded(0, draw(10, 1), lift(12), draw(20, 2))))
  expect(after.canvases[1]?.ink).toEqual([draw(10, 1), lift(12), draw(20, 2)])
  expect(applyProgress(state, told(4, inkAdded(2, draw(20, 2))))).toBe(state)
})

test('room state: ink that begins behind what is known says that some was missed', () => {
  expect(applyProgress(begun(), told(5, inkAdded(3, draw(10, 1)))).isBehind).toBe(true)
})

test('room state: own ink that the server has not got stays on show through a new view, and is what is sent next', () => {
  const { own, ...rest } = drawn(begun(), draw(10, 1), lift(20), draw(30, 2))
  if (!own) throw new Error('nobody may draw')
  const state = { ...rest, own: { ...own, log: markSent(own.log, 3) } }
  const after = applyView(state, viewOf(9, [canvas(ann, [draw(10, 1)]), canvas(ben)]), 5_000)
  expect(after.own?.strokeState).toBe(own.strokeState)
  expect(after.own && nextBatch(after.own.log)).toEqual({ from: 1, ops: [lift(20), draw(30, 2)] })
})

test('room state: own ink stays behind when the same round of another game is on', () => {
  const state = drawn(begun(), draw(10, 1), lift(20))
  const again = viewOf(9, [canvas(ann), canvas(ben)])
  const phase = { ...again.phase, gameStartedAt: 90_000 } as RoomView['phase']
  const { own } = applyView(state, { ...again, phase }, 95_000)
  expect(own).toMatchObject({ drawing: 0, log: { ops: [] }, strokeState: { strokes: [] } })
})

test('room state: the next prompt clears the canvas and begins a new log', () => {
  const state = applyProgress(
    drawn(begun(), draw(10, 1)),
    told(5, { type: 'prompt:changed', canvas: 0, drawing: 1, prompt: 3, promptAtMs: 900 }),
  )
  expect(state.canvases[0]).toMatchObject({ drawing: 1, prompt: 3, ink: [], guess: null })
  expect(state.own).toMatchObject({ drawing: 1, log: { ops: [] }, strokeState: { strokes: [] } })
})

test('room state: a stroke that was down when the next prompt came leaves nothing on the new canvas, not even its end', () => {
  const changed = applyProgress(
    drawn(begun(), draw(10, 1)),
    told(5, { type: 'prompt:changed', canvas: 0, drawing: 1, prompt: 3, promptAtMs: 900 }),
  )
  expect(drawn(changed, lift(20)).own?.log.ops).toEqual([])
  expect(drawn(changed, lift(20), draw(30, 2), lift(40)).own?.log.ops).toEqual([draw(30, 2), lift(40)])
})

test('room state: a pen that passes takes the own ink away, and brings it back behind what the others drew', () => {
  const passed = applyProgress(begun(), told(5, { type: 'pen:passed', canvas: 0, drawing: 0, pen: ben }))
  expect(passed.own).toBeNull()
  const back = applyProgress(
    passed,
    told(
      6,
      { ...inkAdded(0, draw(10, 1), lift(20)), canvas: 0 },
      { type: 'pen:passed', canvas: 0, drawing: 0, pen: ann },
    ),
  )
  const log = back.own && addOwnInk(back.own, [draw(30, 2)]).log
  expect(log && nextBatch(log)).toEqual({ from: 2, ops: [draw(30, 2)] })
})

test('room state: a spectator has no own ink', () => {
  expect(applyView(joined, viewOf(1, [canvas(ben)]), 5_000).own).toBeNull()
})

test('room state: the clock offset is that of the view that came fastest', () => {
  const day = 86_400_000
  const slow = applyView(joined, viewOf(1, [], { serverNow: 5_000 }), 5_300 + day)
  const fast = applyView(slow, viewOf(2, [], { serverNow: 6_000 }), 6_020 + day)
  const slowAgain = applyView(fast, viewOf(3, [], { serverNow: 7_000 }), 7_500 + day)
  expect(slowAgain.clockOffsetMs).toBe(-20 - day)
})

test('[R18] room state: what was drawn while the server was away is not sent as if it had been drawn at once', () => {
  const drawnBefore = drawn(begun(), draw(10, 1), lift(20), draw(30, 2), lift(40))
  const known = [canvas(ann, [draw(10, 1)]), canvas(ben)]
  const paused = applyView(drawnBefore, viewOf(1, known, { pause: { at: 5_000, missing: [ben] } }), 95_000)
  expect(paused.own?.log.ops).toEqual([draw(10, 1), lift(10)])
  const view = viewOf(1, [canvas(ann, [draw(10, 1), lift(15)]), canvas(ben)])
  const later = { ...view, phase: { ...view.phase, startedAt: 91_000 } as RoomView['phase'] }
  const { own } = applyView(drawnBefore, later, 95_000)
  expect(own?.log.ops).toEqual([draw(10, 1), lift(15)])
  expect(own && nextBatch(own.log)).toBeNull()
})

test('room state: a stroke of the own pen that the server knows without its end is ended before the next begins', () => {
  const { own } = applyView(joined, viewOf(4, [canvas(ann, [draw(10, 1)]), canvas(ben)]), 5_000)
  const next = own && addOwnInk(own, [draw(30, 2)])
  expect(next?.strokeState.strokes).toHaveLength(2)
  expect(next && nextBatch(next.log)).toEqual({ from: 1, ops: [lift(10), draw(30, 2)] })
})

test('room state: a stale clock offset is kept until the first view of the new connection', () => {
  const hour = 3_600_000
  const learnt = applyView(joined, viewOf(1, [], { serverNow: 5_000 }), 5_000 + hour)
  const again = { ...learnt, isClockStale: true }
  expect(again.clockOffsetMs).toBe(-hour)
  const anew = applyView(again, viewOf(1, [], { serverNow: 4_000 }), 9_000 + hour)
  expect(anew).toMatchObject({ clockOffsetMs: -5_000 - hour, isClockStale: false })
})

test('room state: what is told of a canvas changes that and nothing else on it', () => {
  const drawnOn = applyProgress(begun(), told(5, inkAdded(0, draw(10, 1, 2))))
  const wrong = applyProgress(
    drawnOn,
    told(6, { type: 'drawing:wrong-locked', canvas: 1, drawing: 0, wrongLocks: 2 }),
  )
  expect(wrong.canvases[1]).toEqual({ ...drawnOn.canvases[1], wrongLocks: 2 })
  expect(wrong.canvases[0]).toBe(drawnOn.canvases[0])
  const lock = { atMs: 900, guessIndex: 0, heldIndex: 1 }
  const locks: Change = { type: 'drawing:locked', canvas: 1, drawing: 0, lock, points: 700 }
  const locked = applyProgress(wrong, told(7, locks))
  expect(locked.canvases[1]).toMatchObject({ lock, points: 700 })
  expect(applyProgress(locked, told(8, locks)).canvases[1]).toEqual(locked.canvases[1])
})

test('room state: what is told of another round, of a drawing that is over or of no canvas changes none', () => {
  const state = applyProgress(
    begun(),
    told(5, { type: 'prompt:changed', canvas: 1, drawing: 1, prompt: 3, promptAtMs: 900 }),
  )
  const anotherRound = { ...told(6, inkAdded(0, draw(10, 1))), round: 1 }
  expect(applyProgress(state, anotherRound)).toEqual({ ...state, sequence: 6 })
  expect(applyProgress(state, told(6, inkAdded(0, draw(10, 1)))).canvases).toEqual(state.canvases)
  expect(applyProgress(state, told(6, { ...inkAdded(0, draw(10, 1)), canvas: 9 })).canvases).toEqual(
    state.canvases,
  )
})

test('room state: own ink of a drawing that a view shows as over is not taken for the next one', () => {
  const state = drawn(begun(), draw(10, 1), lift(20))
  const { own } = applyView(state, viewOf(9, [canvas(ann, [], { drawing: 1 }), canvas(ben)]), 5_000)
  expect(own).toMatchObject({ drawing: 1, log: { ops: [], sent: 0 }, strokeState: { strokes: [] } })
})

test('[D5] own ink: what was begun with the arrow keys stays theirs, whatever draws on; a pen alone is a hand', () => {
  const own = begun().own
  if (!own) throw new Error('nobody may draw')
  const byHand = addOwnInk(own, [draw(10, 1), lift(20)])
  expect(byHand.isByKeyboard).toBe(false)
  const byKeys = addOwnInk(byHand, [draw(30, 2), lift(40)], true)
  expect(byKeys.isByKeyboard).toBe(true)
  expect(addOwnInk(byKeys, [draw(50, 3)]).isByKeyboard).toBe(true)
})
