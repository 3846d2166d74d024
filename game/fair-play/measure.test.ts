import { expect, test } from 'vitest'
import type { InkOp, Point } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import { answer, point } from '#game/testing/stories'
import { drawingHoldReasons } from './drawing-hold-reasons'
import { fairPlayLimits as limits } from './limits'
import { arrivedStrokes } from './locked-ink'
import { meanArrivalMs } from './mean-arrival'
import { measureDrawing } from './measure'
import { affineDistance, inkOutlineOf, isCopy, type Outline, outlineDistance } from './outline'
import { quickerHalfPace } from './pace'
import { speedVariation } from './speed-variation'

const drawAt = (atMs: number, ...points: Point[]): InkOp => ({ kind: 'draw', atMs, points })
const at = (kind: 'lift' | 'undo' | 'clear', atMs: number): InkOp => ({ kind, atMs })

function drawn(ink: readonly InkOp[], seenOps = ink.length) {
  const lock = { atMs: 600, guessIndex: 0, heldIndex: 0 }
  const guesses = [{ opCount: seenOps, thousandths: answer(8, 990) }]
  return { ink: encodeInk(ink), guesses, lock, promptAtMs: 100, lagCreditMs: 20 }
}

const twoStrokes = [
  drawAt(420, point(0, 0, 400), point(30, 40, 416)),
  drawAt(453, point(60, 80, 432)),
  at('lift', 453),
  drawAt(700, point(100, 100, 680), point(100, 200, 696)),
  at('lift', 700),
]

test('[F2] a drawing is measured: without the way to the screen, and up to its lock or to its end', () => {
  expect(measureDrawing(drawn(twoStrokes, 3))).toEqual({
    lockMs: 580,
    reactionMs: 300,
    writingMs: 33,
    points: 5,
    batches: 3,
    // 32 and 16 ms of strokes, and of the pause between them as much as half a batch may gather.
    drawnMs: 48 + limits.mostGatheringMs / 2,
    variation: null,
  })
  expect(measureDrawing(drawn(twoStrokes))?.writingMs).toBe(296)
  expect(measureDrawing({ ...drawn(twoStrokes), lock: null })).toBeNull()
})

test('[F2] a short pause between strokes counts whole', () => {
  const ink = [
    drawAt(100, point(0, 0, 100), point(9, 0, 120)),
    at('lift', 120),
    drawAt(150, point(0, 9, 130)),
  ]
  expect(measureDrawing(drawn(ink))?.drawnMs).toBe(20 + 10)
})

test('[F2] a pen that rests, or is seen to move four times a second, has sent all there was, and gathered nothing', () => {
  const sent = (times: readonly number[]) => drawn(times.map((t, x) => drawAt(t, point(x, 0, t))))
  const rests = [0, 30, 60, 3_060, 3_090, 9_090]
  const slow = Array.from({ length: 24 }, (_, index) => 250 * index)
  for (const times of [rests, slow]) {
    const stored = { ...sent(times), lagCreditMs: 0 }
    expect(drawingHoldReasons({ ...stored, prompt: 1 })).not.toContain('one-batch')
    const atOnce = { ...drawn([drawAt(9_100, ...times.map((t, x) => point(x, 0, t)))]), lagCreditMs: 0 }
    expect(drawingHoldReasons({ ...atOnce, prompt: 1 })).toContain('one-batch')
  }
})

test('[F2] a finger that rests has not begun; one that moves at once has, and so has one that never moves', () => {
  const rests = (ms: number) =>
    measureDrawing(
      drawn([drawAt(300, point(5, 5, 300)), drawAt(300 + ms, point(5, 5, 310), point(9, 9, 320))]),
    )
  expect(rests(limits.restMs)?.reactionMs).toBe(300 - 100 - 20)
  expect(rests(limits.restMs + 1)?.reactionMs).toBe(301 + limits.restMs - 100 - 20)
  expect(measureDrawing(drawn([drawAt(300, point(5, 5, 300))]))?.reactionMs).toBe(180)
  expect(measureDrawing(drawn([at('lift', 300)]))?.reactionMs).toBe(Number.POSITIVE_INFINITY)
})

test('[F2] what was undone or cleared is not to be seen, and a new stroke begins after it', () => {
  const strokes = (...ops: InkOp[]) =>
    arrivedStrokes(ops).map((stroke) => stroke.map(({ x, atMs }) => [x, atMs]))
  const [first, second] = [drawAt(1, point(1, 0)), drawAt(2, point(2, 0))]
  expect(strokes(first, second)).toEqual([
    [
      [1, 1],
      [2, 2],
    ],
  ])
  expect(strokes(first, at('lift', 1), second)).toEqual([[[1, 1]], [[2, 2]]])
  expect(strokes(first, at('lift', 1), second, at('undo', 3))).toEqual([[[1, 1]]])
  expect(strokes(first, at('undo', 1), second)).toEqual([[[2, 2]]])
  expect(strokes(first, at('lift', 1), first, at('clear', 3), second)).toEqual([[[2, 2]]])
})

test('[F7] ink has arrived on the mean over its way, not over its points', () => {
  const slow = [drawAt(100, point(0, 0), point(0, 0), point(30, 40)), drawAt(400, point(30, 90))]
  expect(meanArrivalMs(slow)).toBe(250)
  expect(meanArrivalMs([...slow, at('lift', 500), drawAt(900, point(0, 0))])).toBe(250)
  expect(meanArrivalMs([drawAt(100, point(5, 5)), drawAt(300, point(5, 5))])).toBe(300)
  expect(meanArrivalMs([])).toBe(0)
})

test('[F2] the pace of the quicker half is a share of par, of one lock more where there is an odd one', () => {
  const par = settings.parMs[1]
  const paced = (...shares: number[]) => shares.map((share) => ({ prompt: 1 as const, lockMs: share * par }))
  expect(quickerHalfPace(paced(3, 1, 2, 9))).toBeCloseTo(1.5)
  expect(quickerHalfPace(paced(9, 1, 2))).toBeCloseTo(1.5)
})

/** A stroke of stretches as long as speed is measured over, each with a speed in units a ms. */
function strokeOf(...speeds: number[]) {
  let x = 0
  const points = speeds.map((speed, index) => {
    x += speed * limits.stretchMs
    return { x, y: 0, t: (index + 1) * limits.stretchMs, atMs: 0 }
  })
  return [{ x: 0, y: 0, t: 0, atMs: 0 }, ...points]
}

test('[F2] speed varies by its deviation as a share of its mean, over stretches of all strokes', () => {
  expect(speedVariation([strokeOf(1, 3, 1, 3)])).toBeCloseTo(0.5)
  expect(speedVariation([strokeOf(1, 3), strokeOf(1, 3)])).toBeCloseTo(0.5)
  expect(speedVariation([strokeOf(2, 2, 2, 2)])).toBe(0)
  expect(speedVariation([strokeOf(1, 3, 1)])).toBeNull()
  expect(speedVariation([strokeOf(0, 0, 0, 0)])).toBeNull()
})

test('[F2] points between two stretches count for the way, and ink that came much later has no times of its own', () => {
  const whole = strokeOf(1, 3, 1, 3)
  const finer = whole.flatMap((each, index) => {
    const before = whole[index - 1]
    return before ? [{ ...each, x: (each.x + before.x) / 2, t: (each.t + before.t) / 2 }, each] : [each]
  })
  expect(speedVariation([finer])).toBeCloseTo(0.5)
  const arriving = (ms: number) => whole.map((each, index) => ({ ...each, atMs: index === 4 ? ms : 0 }))
  const most = 2 * 4 * limits.stretchMs + limits.mostDelayMs
  expect(speedVariation([arriving(most)])).toBeCloseTo(0.5)
  expect(speedVariation([arriving(most + 1)])).toBe(0)
})

/** A letter L of so many units, in one stroke or two. */
function corner(size: number, { x = 0, y = 0, isBroken = false } = {}): Point[][] {
  const down = [0, 1, 2, 3, 4].map((step) => point(x, y + (size * step) / 4))
  const along = [0, 1, 2, 3, 4].map((step) => point(x + (size * step) / 4, y + size))
  return isBroken ? [down, along] : [[...down, ...along]]
}

test('[F3] an outline is that of the drawing, wherever and how large it is', () => {
  const outline = inkOutlineOf(corner(400), 5)
  expect(outline).toMatchObject({
    strokes: 1,
    points: [
      { x: 0, y: 0 },
      { x: 0, y: 0.5 },
      { x: 0, y: 1 },
      { x: 0.5, y: 1 },
      { x: 1, y: 1 },
    ],
  })
  expect(inkOutlineOf(corner(200, { x: 300, y: 50 }), 5)?.points).toEqual(outline?.points)
})

test('[F3] too few points, or hardly more than a line, have no outline', () => {
  expect(inkOutlineOf([corner(400)[0]?.slice(0, 7) ?? []])).toBeNull()
  const line = Array.from({ length: 20 }, (_, step) => point(step * 10, step * 20))
  expect(inkOutlineOf([line])).toBeNull()
  expect(inkOutlineOf([[], ...corner(400)])?.strokes).toBe(1)
})

test('[F3] outlines are as far apart as their points are on the mean; of other strokes they are not alike', () => {
  const [one, shifted] = [
    {
      strokes: 1,
      whitened: null,
      points: [
        { x: 0, y: 0 },
        { x: 1, y: 1 },
      ],
    },
    {
      strokes: 1,
      whitened: null,
      points: [
        { x: 0.03, y: 0.04 },
        { x: 1, y: 1 },
      ],
    },
  ]
  expect(outlineDistance(one, shifted)).toBeCloseTo(0.025)
  expect(outlineDistance(one, { ...one, strokes: 2 })).toBeNull()
  expect(isCopy(one, { ...one, strokes: 2 })).toBe(false)
  const at = (x: number) => ({
    strokes: 1,
    whitened: null,
    points: [
      { x, y: 0 },
      { x: 1 + x, y: 1 },
    ],
  })
  expect(isCopy(one, at(limits.copyDistance * 0.99))).toBe(true)
  expect(isCopy(one, at(limits.copyDistance * 1.01))).toBe(false)
})

test('[F3] outlines that are turned, leant or stretched are laid on each other; mirrored ones and those of other strokes are not', () => {
  const hook = [...(corner(400)[0] ?? []), point(400, 200), point(300, 150)]
  const mapped = (map: (point: Point) => Partial<Point>) => [hook.map((each) => ({ ...each, ...map(each) }))]
  const one = inkOutlineOf([hook]) as Outline
  const distanceTo = (drawn: Point[][]) => affineDistance(one, inkOutlineOf(drawn) as Outline)
  expect(distanceTo(mapped(({ x, y }) => ({ x: y, y: -x })))).toBeCloseTo(0, 9)
  expect(distanceTo(mapped(({ x, y }) => ({ x: x + 0.3 * y })))).toBeCloseTo(0, 2)
  expect(distanceTo(mapped(({ x }) => ({ x: 0.7 * x })))).toBeCloseTo(0, 2)
  expect(distanceTo(mapped(({ x }) => ({ x: -x })))).toBeGreaterThan(0.3)
  expect(affineDistance(one, { ...one, strokes: 2 })).toBeNull()
  expect(affineDistance(one, { ...one, whitened: null })).toBeNull()
})

test('[F3] what is drawn back and forth on one line has no shape to be turned', () => {
  const line = Array.from({ length: 20 }, (_, step) => point(step % 2 === 0 ? 0 : 400, 0))
  expect(inkOutlineOf([line])).toMatchObject({ strokes: 1, whitened: null })
})
