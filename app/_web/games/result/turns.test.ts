import { expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import type { ReplayDrawing, ReplayRound } from '#server/store/games/find-replay'
import { chartedSides, chartedTurn, competitorsOf, quickestByDigit, turnsOf } from './turns'

const ada = { id: 'a', name: 'Ada', colour: 1 }
const ben = { id: 'b', name: 'Ben', colour: 2 }

function drawing(by: (typeof ada)[], overrides: Partial<ReplayDrawing>): ReplayDrawing {
  return {
    ...{ id: '', canvas: 0, index: 0, players: by, prompt: 1, promptAtMs: 0, ink: '', pointCount: 0 },
    ...{ inkLength: 0, guesses: [], lock: null, wrongLocks: 0, lagCreditMs: 0, isByKeyboard: false },
    ...{ points: 0, speed: 0, cleanness: 0 },
    ...overrides,
  }
}

function round(index: number, drawings: ReplayDrawing[]): ReplayRound {
  return {
    index,
    judge: { version: 'digits-v1', engine: 'wasm' },
    startedAt: 0,
    endedAt: 0,
    isKept: true,
    drawings,
  }
}

const lockedAt = (atMs: number) => ({ lock: { atMs, guessIndex: 0, heldIndex: 0 } })

test('turns: in a race each round is a turn, whoever was there', () => {
  const rounds = [
    round(0, [drawing([ada], { prompt: 3 })]),
    round(1, [drawing([ada], { prompt: 8 }), drawing([ben], { prompt: 8, canvas: 1 })]),
  ]
  expect(
    turnsOf(rounds, 'race').map(({ number, prompt, drawings }) => [number, prompt, drawings.length]),
  ).toEqual([
    [1, 3, 1],
    [2, 8, 2],
  ])
  expect(competitorsOf(rounds).map(({ name }) => name)).toEqual(['Ada', 'Ben'])
})

test('turns: in a rush each position of the sequence is a turn, as far as anybody came', () => {
  const rounds = [
    round(0, [
      drawing([ada], { index: 0, prompt: 4 }),
      drawing([ada], { index: 1, prompt: 6 }),
      drawing([ben], { index: 0, prompt: 4, canvas: 1 }),
    ]),
  ]
  expect(turnsOf(rounds, 'rush').map(({ prompt, drawings }) => [prompt, drawings.length])).toEqual([
    [4, 2],
    [6, 1],
  ])
})

test('turns: a team is one competitor', () => {
  expect(competitorsOf([round(0, [drawing([ada, ben], {})])])).toEqual([
    { key: 'a b', name: 'Ada + Ben', colour: 1 },
  ])
})

test('charts: of a class the best are shown and whoever asks, of twelve all', () => {
  const ids = Array.from({ length: 40 }, (_, place) => `p${place}`)
  const sides = ids.map((key) => ({ key, name: key, colour: 0 }))
  const best = ids.toReversed()
  const shown = (own?: string) => chartedSides(sides, best, own).map(({ key }) => key)
  expect(shown()).toEqual(best.slice(0, 12))
  expect(shown(best[3])).toEqual(best.slice(0, 12))
  expect(shown(best[39])).toEqual([...best.slice(0, 11), best[39]])
  expect(chartedSides(sides.slice(0, 12), best, undefined)).toEqual(sides.slice(0, 12))
})

test('turns: of a digit that came twice the quicker clean lock counts', () => {
  const rounds = [
    round(0, [drawing([ada], { prompt: 7, ...lockedAt(900) })]),
    round(1, [drawing([ada], { prompt: 2 })]),
    round(2, [drawing([ada], { prompt: 7, ...lockedAt(700) })]),
    round(3, [drawing([ada], { prompt: 7, wrongLocks: 1, ...lockedAt(300) })]),
  ]
  expect([...quickestByDigit(turnsOf(rounds, 'race'), 'a')]).toEqual([
    [2, null],
    [7, 700],
  ])
})

test('turns: a digit that was recognised after wrong guesses has its time too', () => {
  const rounds = [
    round(0, [drawing([ada], { prompt: 7, wrongLocks: 2, ...lockedAt(4_550) })]),
    round(1, [drawing([ada], { prompt: 7, wrongLocks: 1, ...lockedAt(6_000) })]),
    round(2, [drawing([ada], { prompt: 7 })]),
  ]
  expect([...quickestByDigit(turnsOf(rounds, 'race'), 'a')]).toEqual([[7, 4_550]])
})

test('turns: charts get the time of each lock and the confidence in the prompt, and nothing else of a drawing', () => {
  const ink = encodeInk([
    { kind: 'draw', atMs: 500, points: [{ x: 0, y: 0, t: 500 }] },
    { kind: 'lift', atMs: 700 },
  ])
  const guesses = [
    { opCount: 1, thousandths: [0, 400, 600] },
    { opCount: 2, thousandths: [0, 990, 10] },
  ]
  const seen = { ink, guesses, promptAtMs: 100, ...lockedAt(600) } as Partial<ReplayDrawing>
  const pruned = { ink, guesses: [{ opCount: 1, thousandths: null }] } as Partial<ReplayDrawing>
  const [turn] = turnsOf([round(0, [drawing([ada], seen), drawing([ben], pruned)])], 'race')
  expect(turn && chartedTurn(turn).drawings).toEqual([
    {
      side: 'a',
      lockMs: 600,
      curve: [
        [0, 0],
        [400, 400],
        [600, 990],
      ],
    },
    { side: 'b', lockMs: null, curve: null },
  ])
})
