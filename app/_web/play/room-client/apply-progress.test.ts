import { expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Change, RoomView } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { applyProgress } from './apply-progress'
import { applyView, applyYou } from './apply-view'
import { markSent } from './ink-log'
import { addOwnInk } from './own-ink'
import { newRoomState, type RoomState } from './room-state'
import { ann, ben, canvas, draw, guess, joined, lift, told, viewOf } from './testing/views'

const begun = () => applyView(joined, viewOf(4, [canvas(ann), canvas(ben)]), 5_000)
const inkAdded = (from: number, ops: InkOp[], changed: object = {}): Change => ({
  ...{ type: 'ink:added', canvas: 1, drawing: 0, from, inkText: encodeInk(ops), isByKeyboard: false },
  ...changed,
})
const on = (canvas: number, drawing: number) => ({ canvas, drawing })
const lock = { atMs: 900, guessIndex: 0, heldIndex: 1 }
const prompt = (drawing: number, canvas = 1): Change => ({
  ...{ type: 'prompt:changed', ...on(canvas, drawing), prompt: 3, promptAtMs: 900 },
})

/** Applies messages one after the other, each of so many changes. */
const after = (state: RoomState, ...messages: Change[][]) =>
  messages.reduce((before, changes) => applyProgress(before, told(before.sequence + 1, ...changes)), state)

test('progress: what was told of another round is not drawn', () => {
  const state = begun()
  const late = applyProgress(state, { ...told(5, inkAdded(0, [draw(10, 1)])), round: 1 })
  expect(late.canvases).toBe(state.canvases)
})

test('[P9] progress: the pen sends as often as the last message says, and as usual where it says nothing', () => {
  const slow = applyProgress(begun(), { ...told(5), tickMs: 50 })
  expect(slow.tickMs).toBe(50)
  expect(applyProgress(slow, told(6)).tickMs).toBe(settings.inkBatchMs)
})

test('[D5] progress: a drawing that was begun by keyboard stays one, whatever draws on', () => {
  const byKeys = after(begun(), [inkAdded(0, [draw(10, 1), lift(20)], { isByKeyboard: true })])
  const both = after(byKeys, [inkAdded(2, [draw(30, 2)])])
  expect(both.canvases[1]).toMatchObject({ isByKeyboard: true, ink: { length: 3 } })
})

test('progress: a prompt that is told twice wipes its canvas once', () => {
  const drawn = after(begun(), [prompt(1), inkAdded(0, [draw(10, 1)], { drawing: 1 })])
  expect(after(drawn, [prompt(1)]).canvases[1]?.ink).toEqual([draw(10, 1)])
})

test('progress: what is told of a drawing that this page has not heard of says that some was missed', () => {
  expect(after(begun(), [inkAdded(0, [draw(10, 1)], { drawing: 1 })]).isBehind).toBe(true)
})

test('progress: the points of all that has locked on a canvas add up', () => {
  const locks = (drawing: number, points: number): Change => ({
    ...{ type: 'drawing:locked', ...on(1, drawing), lock, points },
  })
  const state = after(begun(), [locks(0, 700), prompt(1)], [locks(1, 200)])
  expect(state.canvases[1]?.points).toBe(900)
})

test('progress: of two guesses about the same ink the first stands', () => {
  const guessed = (changed: object): Change => ({
    ...{ type: 'guess:made', ...on(1, 0), guess: { ...guess(1), ...changed } },
  })
  const seen = after(begun(), [inkAdded(0, [draw(10, 1)]), guessed({})])
  const again = after(seen, [guessed({ thousandths: [990, 0, 0, 0, 0, 0, 0, 0, 0, 0, 10] })])
  expect(again.canvases[1]?.guess).toEqual(guess(1))
})

test('[D6] progress: each stroke on a shared canvas is of the hand that drew it', () => {
  const team = applyView(joined, viewOf(4, [canvas(ann), canvas(ben, [], { players: [ann, ben] })]), 5_000)
  const drawn = after(
    team,
    [inkAdded(0, [draw(10, 1), lift(20)], { hand: 1 })],
    [inkAdded(2, [draw(30, 2), lift(40)], { hand: 0 })],
  )
  expect(drawn.canvases[1]?.strokeState.hands).toEqual([1, 0])
})

test('own ink: what the server tells of it changes nothing while it is no more than was sent', () => {
  const { own, ...rest } = begun()
  if (!own) throw new Error('nobody may draw')
  const drawn = addOwnInk(own, [draw(10, 1), lift(20)])
  const state: RoomState = { ...rest, own: { ...drawn, log: markSent(drawn.log, 2) } }
  const heard = after(state, [inkAdded(0, [draw(10, 1), lift(20)], { canvas: 0 })])
  expect(heard.own).toBe(state.own)
  const more = after(heard, [inkAdded(2, [draw(30, 5), lift(40)], { canvas: 0 })])
  expect(more.own?.log).toMatchObject({ sent: 4, ops: { length: 4 } })
  expect(more.own?.strokeState.strokes).toHaveLength(2)
})

test('view: what had locked in the round before is not on the canvas of the next', () => {
  const locks: Change = { type: 'drawing:locked', ...on(1, 0), lock, points: 700 }
  const state = after(begun(), [locks])
  expect(state.canvases[1]?.locked).not.toBeNull()
  const again = viewOf(9, [canvas(ann), canvas(ben)])
  expect(applyView(state, again, 5_000).canvases[1]?.locked).toBe(state.canvases[1]?.locked)
  const next = { ...again.phase, round: 1, startedAt: 60_000 } as RoomView['phase']
  expect(applyView(state, { ...again, phase: next }, 5_000).canvases[1]?.locked).toBeNull()
})

test('join: who learns who they are has the pen of their canvas; who knew it already keeps what they have drawn', () => {
  const early = applyView(newRoomState, viewOf(4, [canvas(ann), canvas(ben)]), 5_000)
  expect(early.own).toBeNull()
  const known = applyYou(early, ann)
  expect(known.own).toMatchObject({ canvas: 0, round: 0 })
  expect(applyYou(known, ann)).toBe(known)
})

test('[D6] view: each stroke on a shared canvas is of the hand that drew it', () => {
  const hands = [
    { from: 0, player: 1 },
    { from: 2, player: 0 },
  ]
  const ink = [draw(10, 1), lift(20), draw(30, 2), lift(40)]
  const team = applyView(joined, viewOf(4, [canvas(ben, ink, { players: [ann, ben], hands })]), 5_000)
  expect(team.canvases[0]?.strokeState.hands).toEqual([1, 0])
})

test('view: own ink stays on the canvas it was drawn on, and goes to no other', () => {
  const { own, ...rest } = begun()
  if (!own) throw new Error('nobody may draw')
  const state: RoomState = { ...rest, own: addOwnInk(own, [draw(10, 1), lift(20)]) }
  const swapped = applyView(state, viewOf(9, [canvas(ben), canvas(ann)]), 5_000)
  expect(swapped.own).toMatchObject({ canvas: 1, log: { ops: [] } })
})

test('[R33] progress: of a covered drawing it is told how far it has come; the next one begins anew', () => {
  const blank = { isBegun: false, progress: 0, promptThousandths: 0 }
  const covered = applyView(joined, viewOf(4, [canvas(ann), canvas(ben, [], { cover: blank })]), 5_000)
  const cover = { isBegun: true, progress: 430, promptThousandths: 610 }
  const changed: Change = { ...{ type: 'cover:changed', ...on(1, 0) }, cover }
  const seen = after(covered, [changed])
  expect(seen.canvases[1]).toMatchObject({ cover, ink: [], guess: null })
  expect(after(seen, [prompt(1)]).canvases[1]).toMatchObject({ cover: blank })
  expect(after(seen, [prompt(1), changed]).canvases[1]).toMatchObject({ cover: blank })
})
