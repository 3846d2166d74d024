import { resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { guessOf } from '#game/drawing/drawing'
import type { Edition } from '#game/drawing/editions'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { shownOf } from '#game/drawing/pen-path'
import type { StoredDrawing } from '#game/records/check-drawing'
import { nothingDrawn, rescore } from '#game/records/rescore'
import { classifyShown } from './classify-shown'
import { type Judge, loadJudge } from './judge'
import { findChampionFolder, readModelFolder } from './model-folder'
import { completeGuesses, isAgreed, rescoreGame, sumUp } from './rescore-game'

let judge: Judge
beforeAll(async () => {
  judge = await loadJudge(await readModelFolder(resolve(await findChampionFolder())))
})
afterAll(() => judge.dispose())

/** A bent line that grows point by point, judged one picture at a time as in play. */
function drawnLine(bend: number): StoredDrawing {
  const ops = Array.from({ length: 40 }, (_, step) => ({
    kind: 'draw' as const,
    atMs: 500 + step * 33,
    points: [{ x: 500 + Math.round(bend * step), y: 100 + step * 20, t: 480 + step * 33 }],
  }))
  const ink = encodeInk(ops)
  const guesses = ops.map((_, index) => {
    const shown = shownOf(strokesOf(decodeInk(ink), index + 1))
    const [answer] = shown ? classifyShown(judge, [shown]) : []
    return guessOf(answer ?? nothingDrawn, index + 1, 1)
  })
  const drawn = { prompt: 1, promptAtMs: 0, ink } as const
  return { ...drawn, guesses, ...rescore(drawn, guesses) }
}

async function rescoreRound(drawings: readonly StoredDrawing[], edition?: Edition) {
  const checked = []
  const round = { index: 0, judge: { version: judge.version }, drawings, ...(edition && { edition }) }
  for await (const one of rescoreGame([round], async () => judge)) checked.push(one)
  return sumUp(checked)
}

test('[S10] a game judged picture by picture agrees to the thousandth when it is judged again in batches', async () => {
  const agreement = await rescoreRound([drawnLine(0), drawnLine(-4)])
  expect(agreement).toMatchObject({ drawings: 2, guesses: 80, sameGuesses: 80 })
  expect(isAgreed(agreement)).toBe(true)
})

test('[S10] a round is scored again by the edition of the rules that judged it', async () => {
  const drawn = { prompt: 1, promptAtMs: 0, ink: tick } as const
  const shown = shownOf(strokesOf(decodeInk(tick)))
  const [answer] = shown ? classifyShown(judge, [shown]) : []
  const guesses = [guessOf(answer ?? nothingDrawn, 1, 1)]
  const older = { ...drawn, guesses, ...rescore(drawn, guesses, 1) }
  expect(older.points).toBeGreaterThan(500)
  expect(isAgreed(await rescoreRound([older]))).toBe(true)
  expect(isAgreed(await rescoreRound([older], 1))).toBe(true)
  expect(isAgreed(await rescoreRound([older], 2))).toBe(false)
})

/** Two points 4 units apart, which locked up to 0.5.0. */
const tick = encodeInk([
  {
    kind: 'draw',
    atMs: 600,
    points: [
      { x: 500, y: 500, t: 580 },
      { x: 500, y: 504, t: 600 },
    ],
  },
])

test('[S10] one guess that was changed by a thousandth is found', async () => {
  const honest = drawnLine(0)
  const guesses = honest.guesses.map(({ thousandths, ...guess }, index) => ({
    ...guess,
    thousandths: (thousandths ?? []).map((value, label) => (index === 3 && label === 0 ? value + 1 : value)),
  }))
  const agreement = await rescoreRound([{ ...honest, guesses }])
  expect(agreement.guesses - agreement.sameGuesses).toBe(1)
  expect(isAgreed(agreement)).toBe(false)
})

test('[S10] guesses that were pruned are made again by the same judge, to the thousandth', async () => {
  const whole = drawnLine(-4)
  const guesses = whole.guesses.map((guess, index) =>
    index === 39 ? guess : { opCount: guess.opCount, thousandths: null },
  )
  const round = { index: 0, judge: { version: judge.version }, drawings: [{ ...whole, guesses }] }
  expect((await completeGuesses(round, async () => judge))[0]?.guesses).toEqual(whole.guesses)
  expect(await rescoreRound(round.drawings)).toMatchObject({ guesses: 1, sameLocks: 1, samePoints: 1 })
})
