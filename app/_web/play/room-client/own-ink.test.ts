import { expect, test } from 'vitest'
import { handStrokes, noStrokes } from '../../ink/canvas/stroke-state'
import { emptyLog } from './ink-log'
import { addOwnInk, type OwnInk, resumeInk } from './own-ink'
import { ann, ben, draw, lift } from './testing/views'

const blank: OwnInk = {
  ...{ round: 0, canvas: 0, drawing: 0, hand: 1, isByKeyboard: false },
  ...{ log: emptyLog, strokeState: noStrokes },
}
/** What the server has of a canvas that Ben and Ann share. */
const shared = (ink: Parameters<typeof handStrokes>[0]) => ({
  ...{ drawing: 0, ink, strokeState: handStrokes(ink, undefined), players: [ben, ann], pen: ann },
})

test('own ink: a lift without a stroke is left out, and what comes with it is kept as it was drawn', () => {
  expect(addOwnInk(blank, [lift(5)])).toEqual(blank)
  // Another object: nothing is full.
  expect(addOwnInk(blank, [lift(5)])).not.toBe(blank)
  const byKeys = addOwnInk(blank, [lift(5), draw(10, 1)], true)
  expect(byKeys).toMatchObject({ isByKeyboard: true, log: { ops: [draw(10, 1)] } })
  expect(addOwnInk(addOwnInk(blank, [draw(10, 1)]), [lift(20)]).log.ops).toHaveLength(2)
})

test('[D6] own ink: each stroke is of the hand that holds the pen', () => {
  expect(addOwnInk(blank, [draw(10, 1), lift(20), draw(30, 2)]).strokeState.hands).toEqual([1, 1])
})

test('[D5] own ink: a drawing by keyboard goes on as one behind what the server has', () => {
  const byKeys = addOwnInk(blank, [draw(10, 1), lift(20)], true)
  expect(resumeInk(byKeys, 0, 0, shared([draw(10, 1)])).isByKeyboard).toBe(true)
})

test('own ink: what is on show is not painted anew where the server has just that', () => {
  const own = addOwnInk(blank, [draw(10, 1), lift(20)])
  const same = resumeInk(own, 0, 0, shared([draw(10, 1), lift(20)]))
  expect(same.strokeState).toBe(own.strokeState)
  const more = resumeInk(own, 0, 0, shared([draw(10, 1), lift(20), draw(30, 2)]))
  expect(more.strokeState.strokes).toHaveLength(2)
})
