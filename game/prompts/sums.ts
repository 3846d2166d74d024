import type { Digit, RoomSettings, Sum, SumLevel } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { nextRandom, type RandomState } from './random'

/** Which sums a room plays; null where the digits themselves are the prompts, and always in a relay. */
export function sumLevelOf({ mode, sums }: Pick<RoomSettings, 'mode' | 'sums'>): SumLevel | null {
  return sums === 'none' || (mode !== 'race' && mode !== 'rush') ? null : sums
}

/** What is to be drawn. @returns NaN for what is no sum, as 1 / 0 */
export function answerOfSum({ left, sign, right }: Sum): number {
  switch (sign) {
    case 'plus':
      return left + right
    case 'minus':
      return left - right
    case 'times':
      return left * right
    case 'divided':
      return right === 0 ? Number.NaN : left / right
  }
}

/** Each level has sums of its own, so a sum tells its level. */
export function levelOfSum({ left, sign }: Sum): SumLevel {
  if (sign === 'times' || sign === 'divided') return 'hard'
  return left > 9 ? 'medium' : 'easy'
}

/** [S15] What par gets on top of the time to draw, for thinking, ms. */
export function thinkingMs(sum: Sum): number {
  return settings.sumParMs[levelOfSum(sum)]
}

const from = (least: number, most: number) =>
  Array.from({ length: Math.max(0, most - least + 1) }, (_, index) => least + index)

const sumsOf: Record<SumLevel, (answer: Digit) => Sum[]> = {
  easy: (answer) => [
    ...from(1, answer - 1).map((left): Sum => ({ left, sign: 'plus', right: answer - left })),
    ...from(1, 9 - answer).map((right): Sum => ({ left: answer + right, sign: 'minus', right })),
  ],
  medium: (answer) =>
    from(Math.max(10, answer + 2), 19).map((left): Sum => ({ left, sign: 'minus', right: left - answer })),
  hard: (answer) => [
    ...from(2, 9).flatMap((left): Sum[] =>
      from(answer === 0 ? 0 : 2, 9).flatMap((right) =>
        left * right === answer ? [{ left, sign: 'times', right }] : [],
      ),
    ),
    ...from(2, 9).map((right): Sum => ({ left: answer * right, sign: 'divided', right })),
  ],
}

/**
 * [R28] The sum at an index into a seeded sequence, for an answer that is known: the same seed gives everybody the same.
 * @param seed of the game; each index has a random state of its own, so that nobody has to go through all those before
 */
export function sumAt(seed: RandomState, level: SumLevel, index: number, answer: Digit): Sum {
  const sums = sumsOf[level](answer)
  const [, mixed] = nextRandom((seed ^ Math.imul(index + 1, 0x9e3779b1)) >>> 0)
  const [random] = nextRandom(mixed)
  return sums[Math.floor(random * sums.length)] as Sum
}
