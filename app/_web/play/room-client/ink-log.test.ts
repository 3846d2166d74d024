import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import { encodeInk } from '#game/drawing/ink-codec'
import { clientMessages } from '#game/protocol/client-messages'
import { settings } from '#game/settings'
import { addToLog, emptyLog, type InkLog, markSent, nextBatch, resumeLog } from './ink-log'

const draw = (t: number, ...xs: number[]): InkOp => ({
  kind: 'draw',
  atMs: t,
  points: xs.map((x) => ({ x, y: 0, t })),
})
const lift = (atMs: number): InkOp => ({ kind: 'lift', atMs })

function sendAll(log: InkLog): { log: InkLog; sent: InkOp[] } {
  const sent: InkOp[] = []
  let rest = log
  for (let batch = nextBatch(rest); batch; batch = nextBatch(rest)) {
    expect(batch.from).toBe(sent.length)
    sent.push(...batch.ops)
    rest = markSent(rest, batch.from + batch.ops.length)
  }
  return { log: rest, sent }
}

test('ink log: points that wait are batched in one op, and what was sent stays as it was sent', () => {
  const waiting = addToLog(addToLog(emptyLog, [draw(0, 1)]), [draw(16, 2, 3)])
  expect(waiting.ops).toHaveLength(1)
  const sent = markSent(waiting, 1)
  const grown = addToLog(sent, [draw(32, 4), lift(40)])
  expect(grown.ops.slice(0, 1)).toEqual(waiting.ops)
  expect(nextBatch(grown)).toEqual({ from: 1, ops: [draw(32, 4), lift(40)] })
})

test('ink log: however long a line is down, no op holds more than half of what a batch may', () => {
  const half = settings.maxPointsPerBatch / 2
  let log = emptyLog
  for (let x = 0; x < 3 * half; x++) log = addToLog(log, [draw(x, x)])
  expect(log.ops.map((op) => op.kind === 'draw' && op.points.length)).toEqual([half, half, half])
})

test('ink log: a clock that is set back in mid-stroke does not make times run backwards', () => {
  const { ops } = addToLog(markSent(addToLog(emptyLog, [draw(100, 1)]), 1), [draw(40, 2), lift(50)])
  expect(ops.map(({ atMs }) => atMs)).toEqual([100, 100, 100])
  expect(ops[1]).toEqual(draw(100, 2))
})

test('ink log: whatever was drawn while away, every batch is a message the server takes, and all of it arrives', () => {
  const op = fc.oneof(
    fc.integer({ min: 1, max: 300 }).map((count) => draw(0, ...Array.from({ length: count }, () => 1))),
    fc.constant(lift(0)),
  )
  fc.assert(
    fc.property(fc.array(op, { maxLength: 12 }), (ops) => {
      const log = ops.reduce((log, each) => addToLog(log, [each]), emptyLog)
      const { sent } = sendAll(log)
      expect(strokesOf(sent)).toEqual(strokesOf(log.ops))
      for (let batch = nextBatch(log), rest = log; batch; batch = nextBatch(rest)) {
        const message = { round: 0, drawing: 0, from: batch.from, inkText: encodeInk(batch.ops) }
        expect(clientMessages['ink:add'].safeParse(message).success).toBe(true)
        rest = markSent(rest, batch.from + batch.ops.length)
      }
    }),
  )
})

test('ink log: a drawing takes no more ink than the rules allow', () => {
  const lifts = Array.from({ length: settings.maxOpsPerDrawing }, () => lift(0))
  const full = addToLog(emptyLog, lifts)
  expect(full.ops).toHaveLength(settings.maxOpsPerDrawing)
  expect(addToLog(full, [lift(0)])).toBe(full)
  const points = Array.from({ length: settings.maxPointsPerDrawing }, (_, at) => draw(at, at))
  const drawn = addToLog(emptyLog, points)
  expect(drawn.ops.length).toBeGreaterThan(0)
  expect(addToLog(drawn, [draw(0, 1)])).toBe(drawn)
})

test('ink log: ink that was on its way when the connection broke is sent again as it was, with the newer ink behind it', () => {
  const sent = markSent(addToLog(emptyLog, [draw(0, 1), lift(5), draw(10, 2)]), 3)
  const resumed = addToLog(resumeLog(sent, [draw(0, 1)]), [draw(16, 3)])
  expect(nextBatch(resumed)).toEqual({ from: 1, ops: [lift(5), draw(10, 2), draw(16, 3)] })
})

test('ink log: an op gathers up to half of what a batch may hold, and the next point begins another', () => {
  const half = settings.maxPointsPerBatch / 2
  const gathered = Array.from({ length: half }, (_, at) => at).reduce(
    (log, at) => addToLog(log, [draw(at, at)]),
    emptyLog,
  )
  expect(gathered.ops.map((op) => op.kind === 'draw' && op.points.length)).toEqual([half])
  expect(addToLog(gathered, [draw(half, 1)]).ops).toHaveLength(2)
})

const points = (count: number, t = 0) => draw(t, ...Array.from({ length: count }, () => 1))

test('ink log: a drawing takes as many points as the rules allow, and not one more', () => {
  const full = addToLog(emptyLog, [points(settings.maxPointsPerDrawing)])
  expect(full.ops).toHaveLength(1)
  expect(addToLog(full, [points(1)])).toBe(full)
})

test('ink log: a batch holds as many points and as many ops as a message may, and not one more', () => {
  const half = settings.maxPointsPerBatch / 2
  const three = addToLog(emptyLog, [points(half), points(half), points(1)])
  expect(nextBatch(three)?.ops.map((op) => op.kind === 'draw' && op.points.length)).toEqual([half, half])
  const lifts = addToLog(
    emptyLog,
    Array.from({ length: settings.maxOpsPerBatch + 1 }, () => lift(0)),
  )
  expect(nextBatch(lifts)?.ops).toHaveLength(settings.maxOpsPerBatch)
})

test('ink log: points that wait together have the time of the last of them', () => {
  expect(addToLog(addToLog(emptyLog, [draw(5, 1)]), [draw(16, 2)]).ops).toMatchObject([{ atMs: 16 }])
})

test('ink log: what was ever sent stays as it was sent, also when it is sent again from farther back', () => {
  const log = markSent(markSent(addToLog(emptyLog, [lift(0), draw(5, 1)]), 2), 1)
  expect(log).toMatchObject({ sent: 1, sealed: 2 })
  expect(addToLog(log, [draw(16, 2)]).ops).toEqual([lift(0), draw(5, 1), draw(16, 2)])
})
