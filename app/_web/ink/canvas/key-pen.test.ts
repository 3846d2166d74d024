import { expect, test } from 'vitest'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import {
  arrowDirection,
  glideKeyPen,
  type KeyPen,
  keyStep,
  restingKeyPen,
  stepKeyPen,
  toggleKeyPen,
} from './key-pen'

const right = arrowDirection(['ArrowRight'])

test('keyboard pen: a pen that is off the paper leaves no ink, however it moves', () => {
  const moved = stepKeyPen(restingKeyPen, right, 10)
  expect(moved.ops).toEqual([])
  expect(glideKeyPen(moved.pen, right, 100, 110).ops).toEqual([])
})

test('keyboard pen: pen down, some way, pen up: one stroke, which travels like that of any hand', () => {
  let pen: KeyPen = restingKeyPen
  const ink = []
  for (const act of [
    () => toggleKeyPen(pen, 10),
    () => stepKeyPen(pen, right, 20),
    () => glideKeyPen(pen, arrowDirection(['ArrowDown']), 16.7, 37),
    () => toggleKeyPen(pen, 50),
  ]) {
    const outcome = act()
    pen = outcome.pen
    ink.push(...outcome.ops)
  }
  const strokes = strokesOf(decodeInk(encodeInk(ink)))
  expect(strokes).toHaveLength(1)
  expect(strokes[0]?.[1]).toEqual({ x: restingKeyPen.x + keyStep, y: restingKeyPen.y, t: 20 })
  expect(pen.isDown).toBe(false)
})

test('keyboard pen: the pen stays on the paper', () => {
  const { pen } = glideKeyPen(
    { x: 1_000, y: 3, isDown: true },
    arrowDirection(['ArrowRight', 'ArrowUp']),
    9_000,
    9,
  )
  expect([pen.x, pen.y]).toEqual([settings.gridSize - 1, 0])
})

test('keyboard pen: keys against each other cancel out, and slantwise the pen goes as fast as straight', () => {
  expect(arrowDirection(['ArrowLeft', 'ArrowRight', 'a'])).toEqual({ right: 0, down: 0 })
  const straight = glideKeyPen(restingKeyPen, right, 100, 0).pen
  const slanted = glideKeyPen(restingKeyPen, arrowDirection(['ArrowRight', 'ArrowDown']), 100, 0).pen
  const way = ({ x, y }: KeyPen) => Math.hypot(x - restingKeyPen.x, y - restingKeyPen.y)
  expect(way(slanted)).toBeCloseTo(way(straight))
})
