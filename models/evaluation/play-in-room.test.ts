import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { answer } from '#game/testing/stories'
import { playInRoom } from './play-in-room'

const judgeOf = (thousandths: (asked: number) => number[]) => {
  let asked = 0
  return {
    classify: () => [{ probabilities: new Float32Array(11), thousandths: thousandths(++asked) }],
  }
}
const stroke = (fromMs: number, toMs: number, x = 0) =>
  Array.from({ length: (toMs - fromMs) / 20 + 1 }, (_, index) => ({ x, y: index, t: fromMs + 20 * index }))
const sevens = judgeOf(() => answer(7, 990))

test('played in a room: a lock counts from the first sure guess, and is shown once it has held and the pen was lifted', () => {
  const { record, shownMs, drawnMs } = playInRoom(7, { strokes: [stroke(0, 900)] }, sevens)
  expect(record.lock?.atMs).toBeGreaterThan(500)
  expect(record.lock?.atMs).toBeLessThan(700)
  const wait = (shownMs ?? 0) - drawnMs
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(4 * settings.inkBatchMs)
})

test('played in a room: what the judge does not recognise never locks, and rests as a wrong guess where it is sure of another', () => {
  const { record, shownMs } = playInRoom(
    7,
    { strokes: [stroke(0, 200)] },
    judgeOf(() => answer(1, 990)),
  )
  expect({ lock: record.lock, shownMs, wrongLocks: record.wrongLocks }).toEqual({
    lock: null,
    shownMs: null,
    wrongLocks: 1,
  })
})

test('played in a room: a stroke that comes later is drawn later, and the judge is asked again', () => {
  const late = judgeOf((asked) => answer(7, asked > 8 ? 990 : 10))
  const { record, drawnMs } = playInRoom(7, { strokes: [stroke(0, 400), stroke(900, 1200, 9)] }, late)
  expect(drawnMs).toBeGreaterThan(1_700)
  expect(record.lock?.atMs).toBeGreaterThan(900)
  expect(() => playInRoom(7, { strokes: [[]] }, late)).toThrow('without ink')
})
