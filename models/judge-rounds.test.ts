import { afterAll, beforeAll, expect, test } from 'vitest'
import { guessOf } from '#game/drawing/drawing'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { shownOf } from '#game/drawing/pen-path'
import type { StoredDrawing } from '#game/records/check-drawing'
import { nothingDrawn, rescore } from '#game/records/rescore'
import { classifyShown } from './classify-shown'
import { type Judge, loadJudge } from './judge'
import { isOtherOutcome, judgeRounds, storedOutcome } from './judge-rounds'
import { findChampionFolder, readModelFolder } from './model-folder'

let judge: Judge
beforeAll(async () => {
  judge = await loadJudge(await readModelFolder(await findChampionFolder()))
})
afterAll(() => judge.dispose())

/** An upright line that grows and is lifted, as the champion judged it when it was asked for a 1. */
function playedOne(): StoredDrawing {
  const ops = [
    ...Array.from({ length: 40 }, (_, step) => ({
      kind: 'draw' as const,
      atMs: 500 + step * 33,
      points: [{ x: 500, y: 100 + step * 20, t: 480 + step * 33 }],
    })),
    { kind: 'lift' as const, atMs: 1_900 },
  ]
  const ink = encodeInk(ops)
  const guesses = ops.map((_, index) => {
    const shown = shownOf(strokesOf(decodeInk(ink), index + 1))
    const [answer] = shown ? classifyShown(judge, [shown]) : []
    return guessOf(answer ?? nothingDrawn, index + 1, 1)
  })
  const drawn = { prompt: 1, promptAtMs: 0, ink } as const
  return { ...drawn, guesses, ...rescore(drawn, guesses) }
}

const outcomes = (drawing: StoredDrawing, by: Pick<Judge, 'classify'>) =>
  [...judgeRounds([{ drawings: [drawing] }], by)].map(({ outcome }) => outcome)

test('[F23] what would another have said: the network that judged says the same again', () => {
  const played = playedOne()
  const [again] = outcomes(played, judge)
  expect(again).toEqual(storedOutcome(played))
  expect(again).toMatchObject({ answer: 1, lockAtMs: expect.any(Number) })
})

test('[F23] what would another have said: one that reads sevens only gives another answer and no lock, from the same ink', () => {
  const played = playedOne()
  const onlySevens: Pick<Judge, 'classify'> = {
    classify: (rasters) =>
      Array.from({ length: rasters.length / 784 }, () => {
        const thousandths = [0, 0, 0, 0, 0, 0, 0, 1000, 0, 0, 0]
        return { probabilities: Float32Array.from(thousandths, (value) => value / 1000), thousandths }
      }),
  }
  const [other] = outcomes(
    { ...played, guesses: played.guesses.map((each) => ({ ...each, thousandths: null })) },
    onlySevens,
  )
  expect(other).toMatchObject({ answer: 7, lockAtMs: null })
  expect(other && isOtherOutcome(storedOutcome(played), other)).toBe(true)
  expect(isOtherOutcome(storedOutcome(played), storedOutcome(played))).toBe(false)
})
