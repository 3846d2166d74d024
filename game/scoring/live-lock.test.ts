import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Drawing, type Guess, growInk, newDrawing } from '#game/drawing/drawing'
import { editions } from '#game/drawing/editions'
import { type InkOp, strokesOf } from '#game/drawing/ink'
import { inkPacking } from '#game/drawing/packings'
import { nothingSeen, seeMore, shapeSeen } from '#game/drawing/seen-ink'
import { shapeOf } from '#game/drawing/shape'
import { PackedList } from '#game/packed-list'
import { settings } from '#game/settings'
import { answer } from '#game/testing/stories'
import { addGuess, nextHoldMs, settleDrawing } from './live-lock'
import { countWrongLocks, findLock } from './lock'

const prompt = 7
const hold = settings.lockHoldMs
const rest = settings.wrongLockHoldMs
const sure = settings.lockThousandths
const least = settings.leastStrokeThousandths

type Step = [atMs: number, kind: 'draw' | 'lift', guess?: [digit: number, thousandths: number]]

/** Ink at these times, and after each op a guess (or none): digit and thousandths. */
function live(promptAtMs: number, ...steps: Step[]): Drawing {
  const ops = steps.map(
    ([atMs, kind]): InkOp => (kind === 'draw' ? { kind, atMs, points: [] } : { kind, atMs }),
  )
  const guesses = steps.flatMap(([, , guess], index) =>
    guess ? [{ opCount: index + 1, thousandths: answer(...guess) }] : [],
  )
  return guesses.reduce(addGuess, growInk(newDrawing(prompt, promptAtMs, undefined), ops))
}
const kept = (...steps: Step[]) => live(0, ...steps)

test.each<[what: string, drawing: Drawing, at: number | null]>([
  ['a guess of the prompt once it has held', kept([300, 'draw', [7, sure]]), 300 + hold],
  ['a rest on another digit once it was long enough', kept([300, 'lift', [1, sure]]), 300 + rest],
  ['nothing where the judge is sure of nothing', kept([300, 'lift', [1, sure - 1]]), null],
  ['nothing before the judge has seen all ink', kept([300, 'draw', [7, sure]], [310, 'draw']), null],
  ['nothing without a guess', kept([300, 'draw']), null],
  ['nothing once it has locked', settleDrawing(kept([300, 'draw', [7, sure]]), 300 + hold), null],
  [
    'nothing of a wrong lock that has been counted',
    settleDrawing(kept([300, 'lift', [1, sure]]), 300 + rest),
    null,
  ],
])('[S5] a drawing at rest has to decide %s', (_, drawing, at) => {
  expect(nextHoldMs(drawing)).toBe(at)
})

test('[S5] the time of a hold is that of the round, also where the prompt came later in it', () => {
  expect(nextHoldMs(live(2000, [2300, 'draw', [7, sure]]))).toBe(2300 + hold)
})

test('[S5] what is decided is settled up to the moment at which it was; where nothing is, the drawing stays as it was', () => {
  const undecided = kept([300, 'draw', [7, sure]])
  expect(settleDrawing(undecided, 300 + hold - 1)).toBe(undecided)
  expect(settleDrawing(undecided, 300 + hold)).toMatchObject({ lock: { atMs: 300 }, settledMs: 300 + hold })
  const wrong = settleDrawing(kept([300, 'lift', [1, sure]]), 300 + rest)
  expect(wrong).toMatchObject({ lock: null, wrongLocks: 1, settledMs: 300 + rest })
  expect(settleDrawing(wrong, 9_000)).toBe(wrong)
})

test('[S5] a lock stays as it was decided, whatever is guessed later', () => {
  const locked = settleDrawing(kept([300, 'draw', [7, sure]]), 300 + hold)
  const after = addGuess(growInk(locked, [{ kind: 'lift', atMs: 600 }]), {
    opCount: 2,
    thousandths: answer(1, 990),
  })
  expect(settleDrawing(after, 9_000)).toBe(after)
  expect(after.guesses).toHaveLength(2)
})

const near = fc.integer({ min: 0, max: 120 })
const point = fc.tuple(near, near).map(([x, y]) => ({ x, y, t: 0 }))
const points = fc.array(point, { maxLength: 4 })
/** Ink that is often taken back, and mostly so small that it is on the edge of being a drawing [F1]. */
const op = fc.oneof(
  { weight: 6, arbitrary: points.map((points) => ({ kind: 'draw' as const, points })) },
  { weight: 4, arbitrary: fc.constant({ kind: 'lift' as const }) },
  { weight: 2, arbitrary: fc.constantFrom({ kind: 'undo' as const }, { kind: 'clear' as const }) },
)
/** Also what no judge says: sure of two digits at once. */
const thousandths = fc
  .array(fc.constantFrom(0, sure - 1, sure, sure, 1000), { minLength: 4, maxLength: 4 })
  .map(([one = 0, ours = 0, nine = 0, none = 0]) => [0, one, 0, 0, 0, 0, 0, ours, 0, nine, none])
const waitMs = fc.oneof(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 900 }))
const step = fc.record({
  waitMs,
  ops: fc.array(op, { maxLength: 2 }),
  /** How much of the ink the guess has not seen yet; null for no guess. */
  behind: fc.option(fc.constantFrom(0, 0, 1, 2), { freq: 3 }),
  thousandths,
  /** [S19] Of a judge with a stroke network, on both sides of what it takes. */
  promptStrokeThousandths: fc.option(fc.constantFrom(0, least - 1, least, 1000), { freq: 3 }),
})
const isSettledNow = fc.boolean()

/** The rules up to 0.7.0: all guesses from the first one, at each step. */
function settleWhole(drawing: Drawing, untilMs: number): Drawing {
  if (drawing.lock) return drawing
  const judged = { ...drawing, ink: drawing.ink.slice(), guesses: drawing.guesses.slice() }
  const lock = findLock(judged, untilMs)
  const wrongLocks = countWrongLocks(judged, untilMs, lock)
  if (!lock && wrongLocks === drawing.wrongLocks) return drawing
  return { ...drawing, lock, wrongLocks, settledMs: Math.max(drawing.settledMs, untilMs) }
}

/** A pen that rests for ever, in a round that does not end. */
const endlessRestMs = Number.MAX_SAFE_INTEGER

function nextHoldWhole(drawing: Drawing): number | null {
  const last = drawing.guesses.at(-1)
  if (drawing.lock || !last || last.opCount < drawing.ink.length) return null
  const judged = { ...drawing, ink: drawing.ink.slice(), guesses: drawing.guesses.slice() }
  const lock = findLock(judged, endlessRestMs)
  if (lock) return drawing.promptAtMs + lock.atMs + hold
  const wrongLocks = countWrongLocks(judged, Number.POSITIVE_INFINITY, null)
  const sawMs = drawing.ink.at(last.opCount - 1)?.atMs ?? 0
  return wrongLocks > drawing.wrongLocks ? sawMs + rest : null
}

const outcomeOf = ({ lock, wrongLocks, settledMs }: Drawing) => ({ lock, wrongLocks, settledMs })

test.each(editions)(
  '[S2] [S4] [S5] [S10] guess by guess, edition %i decides what it does of a whole drawing, and at the same moment',
  (edition) => {
    fc.assert(
      fc.property(fc.array(step, { size: 'max', maxLength: 60 }), isSettledNow, (steps, isSettling) => {
        let nowMs = 100
        let drawing = newDrawing(prompt, 100, edition)
        let whole = drawing
        const compare = (untilMs: number) =>
          expect(outcomeOf(settleDrawing(drawing, untilMs))).toEqual(outcomeOf(settleWhole(whole, untilMs)))
        for (const { waitMs, ops, behind, thousandths, promptStrokeThousandths: stroke } of steps) {
          nowMs += waitMs
          const timed = ops.map((op): InkOp => ({ ...op, atMs: nowMs }))
          drawing = growInk(drawing, timed)
          whole = growInk(whole, timed)
          const opCount = drawing.ink.length - (behind ?? drawing.ink.length)
          if (opCount > (drawing.guesses.at(-1)?.opCount ?? 0)) {
            const own = stroke === null ? {} : { promptStrokeThousandths: stroke }
            const guess: Guess = { opCount, thousandths, ...own }
            drawing = addGuess(drawing, guess)
            whole = { ...whole, guesses: whole.guesses.append([guess]) }
          }
          compare(nowMs)
          compare(Number.POSITIVE_INFINITY)
          expect(nextHoldMs(drawing)).toBe(nextHoldWhole(whole))
          if (!isSettling) continue
          drawing = settleDrawing(drawing, nowMs)
          whole = settleWhole(whole, nowMs)
        }
      }),
      { numRuns: 500 },
    )
  },
)

test('[F1] ink that is seen bit by bit has the very shape of all of it', () => {
  fc.assert(
    fc.property(fc.array(op, { maxLength: 40 }), fc.array(fc.nat({ max: 6 })), (kinds, strides) => {
      const ink = PackedList.of(
        inkPacking,
        kinds.map((kind): InkOp => ({ ...kind, atMs: 0 })),
      )
      let seen = nothingSeen
      for (const stride of strides) {
        seen = seeMore(seen, ink, Math.min(ink.length, seen.opCount + stride))
        expect(shapeSeen(seen)).toEqual(shapeOf(strokesOf(ink, seen.opCount)))
      }
    }),
    { numRuns: 500 },
  )
})
