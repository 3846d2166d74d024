import { describe, expect, test } from 'vitest'
import type { InkOp } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import { parse } from './parse'

const ink = (ops: readonly InkOp[]) => ({ round: 0, drawing: 0, from: 0, inkText: encodeInk(ops) })
const lifts = (count: number): InkOp[] => Array.from({ length: count }, () => ({ kind: 'lift', atMs: 0 }))
const strokeOf = (points: number): InkOp[] => [
  { kind: 'draw', atMs: 0, points: Array.from({ length: points }, () => ({ x: 500, y: 500, t: 0 })) },
]

describe('parse: messages', () => {
  test('a message of the protocol keeps its name and fields, with defaults filled in', () => {
    const code = 'CDFGH'
    expect(parse('room:join', { code, isSpectator: false })).toEqual({
      name: 'room:join',
      message: { code, isSpectator: false },
    })
    expect(parse('ink:add', ink(lifts(1)))?.message).toMatchObject({ isByKeyboard: false })
  })

  test.each<[string, string, unknown]>([
    ['a name that is none', 'cheat:win', {}],
    ['a name that every object has', 'toString', {}],
    ['the name of a prototype', '__proto__', {}],
    ['no message', 'room:leave', undefined],
    ['a list', 'room:leave', []],
    ['a field too many', 'room:leave', { code: 'CDFGH' }],
    ['a field that is missing', 'room:join', { code: 'CDFGH' }],
    ['a field of another type', 'room:join', { code: 7, isSpectator: false }],
  ])('%s is refused', (_, name, raw) => {
    expect(parse(name, raw)).toBeNull()
  })
})

describe('parse: ink', () => {
  test('ops are decoded', () => {
    const ops = [...strokeOf(3), ...lifts(1)]
    expect(parse('ink:add', ink(ops))?.message).toMatchObject({ ops })
  })

  test('a text that is no ink is refused', () => {
    expect(parse('ink:add', { ...ink(lifts(1)), inkText: '!' })).toBeNull()
  })

  test('a batch has so many ops and no more', () => {
    expect(parse('ink:add', ink(lifts(settings.maxOpsPerBatch)))).not.toBeNull()
    expect(parse('ink:add', ink(lifts(settings.maxOpsPerBatch + 1)))).toBeNull()
  })

  test('a batch has so many points and no more, in one stroke or several', () => {
    expect(parse('ink:add', ink(strokeOf(settings.maxPointsPerBatch)))).not.toBeNull()
    expect(parse('ink:add', ink(strokeOf(settings.maxPointsPerBatch + 1)))).toBeNull()
    const [half, rest] = [settings.maxPointsPerBatch / 2, settings.maxPointsPerBatch / 2 + 1]
    expect(parse('ink:add', ink([...strokeOf(half), ...lifts(1), ...strokeOf(half)]))).not.toBeNull()
    expect(parse('ink:add', ink([...strokeOf(half), ...lifts(1), ...strokeOf(rest)]))).toBeNull()
  })
})
