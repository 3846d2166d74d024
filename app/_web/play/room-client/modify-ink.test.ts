import { describe, expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { isStrokeOver, modifyInk } from './modify-ink'

const line: InkOp = {
  kind: 'draw',
  atMs: 5,
  points: [
    { x: 0, y: 30, t: 1 },
    { x: 200, y: 40, t: 2 },
  ],
}
const lift: InkOp = { kind: 'lift', atMs: 6 }
const undo: InkOp = { kind: 'undo', atMs: 7 }

test('[R27] mirror: left is right, and all else as it was; twice is as without', () => {
  const edge = settings.gridSize - 1
  const mirrored = modifyInk([line, lift, undo], 'mirror', [])
  expect(mirrored).toEqual([
    {
      ...line,
      points: [
        { x: edge, y: 30, t: 1 },
        { x: edge - 200, y: 40, t: 2 },
      ],
    },
    lift,
    undo,
  ])
  expect(modifyInk(mirrored, 'mirror', [])).toEqual([line, lift, undo])
})

describe('[R27] one stroke: nothing is drawn after the lift', () => {
  test('neither in the batch of the lift nor in a later one', () => {
    expect(modifyInk([line, lift, line], 'one-stroke', [])).toEqual([line, lift])
    expect(modifyInk([line], 'one-stroke', [line, lift])).toEqual([])
    expect(modifyInk([undo], 'one-stroke', [line, lift])).toEqual([])
  })

  test('before it, and in other games, all of it', () => {
    expect(modifyInk([line], 'one-stroke', [line])).toEqual([line])
    for (const modifier of ['none', 'blind', 'other-hand'] as const)
      expect(modifyInk([line, lift, line], modifier, [line, lift])).toEqual([line, lift, line])
    expect(isStrokeOver('none', [line, lift])).toBe(false)
    expect(isStrokeOver('one-stroke', [line])).toBe(false)
  })
})
