import { expect, test } from 'vitest'
import { draw, lift } from '#game/testing/stories'
import { type DrawingEvent, type GameEvent, isDrawingEvent } from './event'

const on = { canvas: 0, drawing: 0 }
const ofDrawing: DrawingEvent[] = [
  { type: 'ink:added', ...on, from: 0, ops: [draw(), lift], isByKeyboard: false },
  { type: 'guess:made', ...on, guess: { opCount: 2, thousandths: [] } },
  { type: 'drawing:locked', ...on, lock: { atMs: 1, guessIndex: 0, heldIndex: 0 }, points: 9 },
  { type: 'drawing:wrong-locked', ...on, wrongLocks: 1 },
  { type: 'prompt:changed', ...on, prompt: 3, promptAtMs: 900 },
  { type: 'pen:passed', ...on, pen: 'ben' },
]
const ofRoom = [
  'view:changed',
  'player:removed',
  'emote:sent',
  'ready:said',
  'game:due',
  'round:finished',
  'game:finished',
  'room:emptied',
] as const

test('[V1] what happens on a canvas is told in ticks, what happens in the room is not', () => {
  expect(ofDrawing.filter(isDrawingEvent)).toEqual(ofDrawing)
  expect(ofRoom.filter((type) => isDrawingEvent({ type } as GameEvent))).toEqual([])
})
