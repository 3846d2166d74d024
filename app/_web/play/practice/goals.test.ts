import { describe, expect, test } from 'vitest'
import { digits } from '#game/protocol/constants'
import { noGoals, reachedGoals, reachGoals } from './goals'

/** A stroke of so many ms. */
const stroke = (ms: number, at = 0) => [
  { x: 0, y: 0, t: at },
  { x: 500, y: 500, t: at + ms },
]

describe('practice: goals', () => {
  test('all ten digits are reached with the tenth, in any order, however often others come', () => {
    const order = [3, 3, 9, 0, 1, 2, 4, 5, 6, 7, 8]
    const counts = order.map(
      (_, index) =>
        order.slice(0, index + 1).reduce((goals, digit) => reachGoals(goals, digit, [stroke(2_000)]), noGoals)
          .digits.length,
    )
    expect(counts).toEqual([1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    const all = digits.reduce((goals, digit) => reachGoals(goals, digit, [stroke(2_000)]), noGoals)
    expect(reachedGoals(all)).toEqual({ digits: true, quickSeven: false, oneStroke: true })
  })

  test('a 7 is quick when all of it took less than a second; another digit is not meant', () => {
    const isQuick = (digit: number, ...strokes: ReturnType<typeof stroke>[]) =>
      reachGoals(noGoals, digit, strokes).quickSeven
    expect(isQuick(7, stroke(999))).toBe(true)
    expect(isQuick(7, stroke(1_000))).toBe(false)
    expect(isQuick(7, stroke(300), stroke(300, 800))).toBe(false)
    expect(isQuick(1, stroke(100))).toBe(false)
  })

  test('a 4 is of one stroke when it has no second', () => {
    expect(reachGoals(noGoals, 4, [stroke(500)]).oneStroke).toBe(true)
    expect(reachGoals(noGoals, 4, [stroke(500), stroke(100, 600)]).oneStroke).toBe(false)
    expect(reachGoals(noGoals, 9, [stroke(500)]).oneStroke).toBe(false)
  })

  test('what is reached stays, and a drawing that adds nothing changes nothing', () => {
    const quick = reachGoals(noGoals, 7, [stroke(500)])
    expect(reachGoals(quick, 7, [stroke(3_000)])).toBe(quick)
    expect(reachGoals(quick, 7, [])).toBe(quick)
  })
})
