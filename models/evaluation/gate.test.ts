import { describe, expect, test } from 'vitest'
import { promptsText } from './example-answers'
import { objectionsTo } from './gate'
import type { NetworkMetrics, SetMetrics } from './metrics'

const digitsSet = (name: string, medium: SetMetrics['medium'], count = 2000): SetMetrics => {
  const truths = Array.from({ length: count }, (_, index) => index % 10).join('')
  return {
    ...{
      name,
      kind: 'digits',
      medium,
      count,
      sha256: 'a'.repeat(64),
      truths,
      answers: truths,
      locks: truths,
    },
    ...{ accuracy: 1, ece: 0.01, lockShare: 1, wrongLockShare: 0, recall: [] },
    inPlay: medium === 'drawings' ? inPlay : null,
    locksAs: medium === 'drawings' ? [...truths].map((truth) => hexOf([Number(truth)])).join('') : '',
  }
}

/** Three characters for the prompts that a drawing locks as. */
const hexOf = (prompts: readonly number[]) =>
  promptsText(prompts.reduce((bits, prompt) => bits | (1 << prompt), 0))
const exactly = (share: number) => ({ share, low: share, high: share })
const inPlay = { own: exactly(1), asPrompt: exactly(0), prompts: new Array<number>(10).fill(0) }
const others: SetMetrics = {
  ...digitsSet('others-test.ndjson', 'drawings', 1000),
  ...{ kind: 'others', truths: 'x'.repeat(1000), answers: 'x'.repeat(1000), locks: '-'.repeat(1000) },
  locksAs: '000'.repeat(1000),
}
/** The first so many of a set lock as these prompts and no other. */
const lockAs = (set: SetMetrics, count: number, prompts: readonly number[]) =>
  `${hexOf(prompts).repeat(count)}${set.locksAs.slice(3 * count)}`
const drawings = digitsSet('digits-test.ndjson', 'drawings')
const pictures = digitsSet('t10k-images', 'pictures')
const champion: NetworkMetrics = {
  ...{ version: 'digits-v1', weights: 'b'.repeat(64), engine: 'wasm', lockThousandths: 900, lockHoldMs: 200 },
  speed: { perSecond: 9000, aloneMs: 0.2 },
  sets: [drawings, pictures, others],
}

/** The first so many answers, of every tenth example (one digit) or of all, are something else. */
const spoil = (text: string, count: number, to: string, step = 1) =>
  [...text].map((answer, index) => (index % step === 0 && index < count * step ? to : answer)).join('')

const withSet = (set: SetMetrics, change: Partial<SetMetrics>): NetworkMetrics => ({
  ...champion,
  version: 'digits-v2',
  sets: champion.sets.map((one) => (one === set ? { ...one, ...change } : one)),
})

describe('[C12] gate', () => {
  test.each<[string, NetworkMetrics]>([
    ['is the same', champion],
    [
      'misreads six drawings of two thousand',
      withSet(drawings, { answers: spoil(drawings.answers, 6, 'x') }),
    ],
    [
      'misreads two pictures of two thousand',
      withSet(pictures, { answers: spoil(pictures.answers, 2, 'x') }),
    ],
    [
      'takes twenty more of a thousand others for digits at the end',
      withSet(others, { answers: spoil(others.answers, 20, '0') }),
    ],
    ['is a fifth slower', { ...champion, speed: { perSecond: 7200, aloneMs: 0.3 } }],
  ])('a challenger that %s may take over', (_, challenger) => {
    expect(objectionsTo(challenger, champion)).toEqual([])
  })

  test.each<[string, NetworkMetrics, string]>([
    [
      'misreads one drawing in a hundred more',
      withSet(drawings, { answers: spoil(drawings.answers, 20, 'x') }),
      'drawings that are read rightly: 99.00 % of 2000, the champion has 100.00 %',
    ],
    [
      'misreads pictures where a drawing fewer would not matter',
      withSet(pictures, { answers: spoil(pictures.answers, 6, 'x') }),
      'pictures that are read rightly: 99.70 % of 2000',
    ],
    [
      'has lost a digit',
      { ...withSet(drawings, { answers: spoil(drawings.answers, 5, '7', 10) }) },
      '0s that are read rightly: 98.75 % of 400',
    ],
    [
      'reads all and locks less',
      withSet(drawings, { locks: spoil(drawings.locks, 60, '-') }),
      'digits that lock: 98.50 % of 4000',
    ],
    [
      'locks less as digits are drawn',
      withSet(drawings, { locksAs: lockAs(drawings, 60, []) }),
      'digits that lock as they are drawn: 97.00 % of 2000',
    ],
    [
      'believes more scribbles to be what was asked for',
      withSet(others, { locksAs: lockAs(others, 100, [1, 7]) }),
      'other drawings that do not lock as the prompt at any moment: 98.00 % of 10000',
    ],
    [
      'keeps others from locking and has no word for them',
      withSet(others, { answers: spoil(others.answers, 50, '0') }),
      'others that are answered "not a digit": 95.00 % of 1000, the champion has 100.00 %',
    ],
    [
      'takes digits on their way for others',
      withSet(drawings, { locksAs: lockAs(drawings, 20, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) }),
      'digits that do not lock as another prompt at any moment: 99.00 % of 18000',
    ],
    ['is surer than it may be', withSet(drawings, { ece: 0.03 }), 'the calibration error is 3.00 %'],
    [
      'is slow',
      { ...champion, speed: { perSecond: 7100, aloneMs: 0.3 } },
      'it judges 7100 pictures a second where digits-v1 judged 9000 in the same run',
    ],
  ])('one that %s is held up, and it is said why', (_, challenger, why) => {
    expect(objectionsTo(challenger, champion).join('\n')).toContain(why)
  })

  test('of pictures that are no digits, those count that end as one', () => {
    const picture = { ...others, medium: 'pictures', inPlay: null, locksAs: '' } as const
    const before = { ...champion, sets: [picture] }
    const after = { ...champion, sets: [{ ...picture, locks: spoil(picture.locks, 40, '0') }] }
    expect(objectionsTo(after, before).join()).toContain(
      'other pictures that lock as no digit: 96.00 % of 1000',
    )
  })

  test('what it wins on other examples makes up for what it loses', () => {
    const before = { ...champion, sets: [{ ...drawings, answers: spoil(drawings.answers, 20, 'x', 7) }] }
    const after = { ...champion, sets: [{ ...drawings, answers: spoil(drawings.answers, 20, 'x', 11) }] }
    expect(objectionsTo(after, before)).toEqual([])
  })
})
