import { expect, test } from 'vitest'
import { noStrokes } from '../../ink/canvas/stroke-state'
import { lockRow } from './lock-row'

const locked = (round: number, wrongLocks = 0) => ({
  ...{ round, drawing: 0, prompt: 7 as const, lockMs: 900, points: 500, wrongLocks, strokeState: noStrokes },
})

test.each([
  ['nothing locked yet', [], 0],
  ['each round', [locked(0), locked(1), locked(2)], 3],
  ['many in one round', [locked(0), locked(0), locked(0)], 3],
  ['one round left out', [locked(0), locked(2), locked(3)], 2],
  ['a wrong guess before the last', [locked(0), locked(1, 1), locked(2)], 1],
  ['a wrong guess on the last', [locked(0), locked(1), locked(2, 1)], 0],
] as const)('lock row: %s', (_, film, row) => {
  expect(lockRow(film)).toBe(row)
})
