import { expect, test } from 'vitest'
import { showProgress } from './show-progress'

test('[F22] progress: without a terminal a line is told every half minute, with what is left', () => {
  const lines: string[] = []
  let now = 0
  const { step } = showProgress({ isTerminal: false, log: (line) => void lines.push(line), now: () => now })
  for (let count = 1; count <= 120; count++) {
    step(count, 120, 0.5)
    now += 1_000
  }
  expect(lines).toEqual([
    'step 1 of 120: loss 0.500',
    'step 31 of 120: loss 0.500, 1 min to go',
    'step 61 of 120: loss 0.500, under a minute to go',
    'step 91 of 120: loss 0.500, under a minute to go',
    'step 120 of 120: loss 0.500, under a minute to go',
  ])
})
