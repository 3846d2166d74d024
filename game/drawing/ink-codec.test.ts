import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import type { InkOp } from './ink'
import { decodeInk, encodeInk, InkFormatError } from './ink-codec'

const coordinate = fc.integer({ min: 0, max: settings.gridSize - 1 })
const wait = fc.integer({ min: 0, max: 5000 })

/** Any ink whose times do not run backwards. */
const anyInk = fc
  .array(
    fc.oneof(
      fc.record({
        kind: fc.constant('draw' as const),
        waitMs: wait,
        points: fc.array(fc.record({ x: coordinate, y: coordinate, wait }), { minLength: 1, maxLength: 40 }),
      }),
      fc.record({ kind: fc.constantFrom('lift' as const, 'undo' as const, 'clear' as const), waitMs: wait }),
    ),
    { maxLength: 30 },
  )
  .map((ops): InkOp[] => {
    let atMs = 0
    let t = 0
    return ops.map((op) => {
      atMs += op.waitMs
      if (op.kind !== 'draw') return { kind: op.kind, atMs }
      const points = op.points.map(({ x, y, wait }) => {
        t += wait
        return { x, y, t }
      })
      return { kind: 'draw', atMs, points }
    })
  })

test('[D2] decoding gives back what was encoded', () => {
  fc.assert(
    fc.property(anyInk, (ink) => {
      expect(decodeInk(encodeInk(ink))).toEqual(ink)
    }),
  )
})

test('[D2] [P1] no text is read as ink out of bounds: it is ink, or it is refused', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), (text) => {
      try {
        const points = decodeInk(text).flatMap((op) => (op.kind === 'draw' ? op.points : []))
        for (const { x, y } of points) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0)
          expect(Math.max(x, y)).toBeLessThan(settings.gridSize)
        }
      } catch (error) {
        expect(error).toBeInstanceOf(InkFormatError)
      }
    }),
    { numRuns: 2000 },
  )
})

test('[D2] a point of a finger at 60 Hz costs about four characters', () => {
  const points = Array.from({ length: 30 }, (_, i) => ({ x: 300 + i * 9, y: 200 + i * 13, t: i * 16 }))
  const text = encodeInk([{ kind: 'draw', atMs: 0, points }])
  expect(text.length / points.length).toBeLessThan(5)
})

test.each([
  ['cut off', encodeInk([{ kind: 'draw', atMs: 5, points: [{ x: 900, y: 900, t: 3 }] }]).slice(0, -1)],
  ['of a foreign alphabet', 'A!'],
  ['with an unknown op', 'IA'],
  ['with a draw of no points', 'AAA'],
  ['off the grid', encodeInk([{ kind: 'draw', atMs: 0, points: [{ x: 1024, y: 0, t: 0 }] }])],
  [
    'that runs backwards',
    encodeInk([
      { kind: 'lift', atMs: 9 },
      { kind: 'lift', atMs: 8 },
    ]),
  ],
  ['with a number without end', `C${'g'.repeat(40)}`],
])('[D2] ink %s is refused', (_, text) => {
  expect(() => decodeInk(text)).toThrow(InkFormatError)
})

test('[D2] numbers are written as in source maps: 16 is gB, -1 is D, and each is the difference from the one before', () => {
  expect(encodeInk([{ kind: 'lift', atMs: 16 }])).toBe('CgB')
  const points = [
    { x: 16, y: 0, t: 0 },
    { x: 15, y: 16, t: 16 },
  ]
  expect(encodeInk([{ kind: 'draw', atMs: 16, points }])).toBe('AgBEgBAADgBgB')
})

test('[D2] what is no whole number is cut to one', () => {
  const ink: InkOp[] = [{ kind: 'draw', atMs: 7.9, points: [{ x: 1.5, y: 2.9, t: 3.99 }] }]
  expect(decodeInk(encodeInk(ink))).toEqual([{ kind: 'draw', atMs: 7, points: [{ x: 1, y: 2, t: 3 }] }])
})

const hour = 3_600_000
const drawOf = (count: number): InkOp => ({
  ...{ kind: 'draw', atMs: 0 },
  points: Array.from({ length: count }, () => ({ x: settings.gridSize - 1, y: 0, t: 0 })),
})

test('[D2] [P1] ink at its very bounds is read, and nothing beyond them', () => {
  const most: InkOp[] = [{ kind: 'lift', atMs: hour }]
  expect(decodeInk(encodeInk(most))).toEqual(most)
  expect(() => decodeInk(encodeInk([{ kind: 'lift', atMs: hour + 1 }]))).toThrow(
    `atMs ${hour + 1} is out of bounds`,
  )
  const whole = [drawOf(settings.maxPointsPerDrawing)]
  expect(decodeInk(encodeInk(whole))).toEqual(whole)
  expect(() => decodeInk(encodeInk([drawOf(settings.maxPointsPerDrawing + 1)]))).toThrow('points')
})

test.each([
  ['x -1 is out of bounds', encodeInk([{ kind: 'draw', atMs: 0, points: [{ x: -1, y: 0, t: 0 }] }])],
  [
    't runs backwards',
    encodeInk([
      drawOf(1),
      {
        kind: 'draw',
        atMs: 0,
        points: [
          { x: 0, y: 0, t: 5 },
          { x: 0, y: 0, t: 4 },
        ],
      },
    ]),
  ],
  ['not ink at character 2', 'C!'],
  ['a number is too long at character 7', 'Cgggggggggg'],
  ['unknown op before character 1', 'I'],
  ['-1 points', 'AAD'],
])('[D2] ink that cannot be read says why: %s', (message, text) => {
  expect(() => decodeInk(text)).toThrow(message)
})
