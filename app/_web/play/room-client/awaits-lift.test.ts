import { expect, test } from 'vitest'
import { applyView } from './apply-view'
import { awaitsLift } from './awaits-lift'
import type { RoomState } from './room-state'
import { ann, ben, canvas, draw, guess, joined, lift, viewOf } from './testing/views'

const stroke = draw(0, 100, 900, 100)
const lock = { atMs: 1_500, guessIndex: 0, heldIndex: 0 }

const seeing = (...canvases: Parameters<typeof viewOf>[1]): RoomState =>
  applyView(joined, viewOf(1, canvases), 5_000)
const sure = { guess: guess(1) }

test('[S2] lift hint: it is due while the judge is sure of the prompt and the own pen is down', () => {
  const drawing = seeing(canvas(ann, [stroke], sure))
  const { own } = drawing
  if (!own) throw new Error('Ann has no pen')
  // A page that has just come has ended the stroke that was down; then the pen comes down again.
  expect(awaitsLift(drawing)).toBe(false)
  const isPenDown = (isDown: boolean) => ({
    ...drawing,
    own: { ...own, strokeState: { ...own.strokeState, isPenDown: isDown } },
  })
  expect([isPenDown(true), isPenDown(false)].map(awaitsLift)).toEqual([true, false])
  const [live] = drawing.canvases
  if (!live) throw new Error('no canvas')
  const changed = (change: Partial<typeof live>) => ({
    ...isPenDown(true),
    canvases: [{ ...live, ...change }],
  })
  const unsure = { opCount: 1, thousandths: [0, 0, 0, 0, 0, 0, 0, 899, 0, 0, 101] }
  const isVetoed = { ...guess(1), promptStrokeThousandths: 0 }
  expect(
    [{ lock }, { guess: null }, { guess: unsure }, { guess: isVetoed }, { prompt: 1 as const }].map(
      (change) => awaitsLift(changed(change)),
    ),
  ).toEqual([false, false, false, false, false])
})

test('[S2] lift hint: a dot is no drawing, somebody else’s pen is not ours to lift, and after the round it is too late', () => {
  const tick = seeing(canvas(ann, [draw(0, 100, 104)], sure))
  const down = (state: RoomState) =>
    state.own
      ? { ...state, own: { ...state.own, strokeState: { ...state.own.strokeState, isPenDown: true } } }
      : state
  expect(awaitsLift(down(tick))).toBe(false)
  expect(awaitsLift(seeing(canvas(ben, [stroke, lift(30)], sure)))).toBe(false)
  const over = down(seeing(canvas(ann, [stroke], sure)))
  expect(awaitsLift({ ...over, phase: null })).toBe(false)
})
