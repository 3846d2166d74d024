import { expect, test } from 'vitest'
import { objectionsTo } from './gate'
import type { ModelMetrics } from './metrics'

const digits = {
  name: 'digits-test.ndjson',
  kind: 'digits' as const,
  count: 1000,
  accuracy: 0.99,
  ece: 0.01,
  lockShare: 0.98,
  wrongLockShare: 0.001,
  recall: Array.from({ length: 10 }, () => 0.99),
}
const others = { ...digits, name: 'others-test.ndjson', kind: 'others' as const, lockShare: null, recall: [] }
const champion: ModelMetrics = {
  version: 'digits-v1',
  engine: 'wasm',
  lockThousandths: 900,
  lockHoldMs: 150,
  speed: { perSecond: 9000, aloneMs: 0.2 },
  sets: [digits, others],
}
const challenger = (
  change: Partial<typeof digits>,
  otherChange: Partial<typeof others> = {},
): ModelMetrics => ({
  ...champion,
  version: 'digits-v2',
  sets: [
    { ...digits, ...change },
    { ...others, ...otherChange },
  ],
})

test('a challenger that is as good or better may take over', () => {
  expect(objectionsTo(challenger({}), champion)).toEqual([])
  expect(objectionsTo(challenger({ accuracy: 0.995, ece: 0.005 }, { wrongLockShare: 0 }), champion)).toEqual(
    [],
  )
})

test.each<[string, ModelMetrics, string]>([
  ['reads fewer drawings', challenger({ accuracy: 0.989 }), '98.90 % are right, 99.00 % were'],
  ['has lost a digit', challenger({ recall: digits.recall.with(3, 0.98) }), 'of 3s, 98.00 % are read'],
  ['is surer than it may be', challenger({ ece: 0.03 }), 'the calibration error is 3.00 %'],
  [
    'believes more scribbles',
    challenger({}, { wrongLockShare: 0.002 }),
    '0.20 % lock as a digit, 0.10 % did',
  ],
  ['is slow', { ...challenger({}), speed: { perSecond: 7000, aloneMs: 0.3 } }, 'it judges 7000 pictures'],
  [
    'was measured on other sets',
    { ...challenger({}), sets: [{ ...digits, name: 'mine' }] },
    'no set in common',
  ],
])('one that %s is held up, and it is said why', (_, metrics, why) => {
  const objections = objectionsTo(metrics, champion)
  expect(objections).toHaveLength(1)
  expect(objections[0]).toContain(why)
})

test('of ten thousand pictures a few may change sides', () => {
  const pictures = { ...digits, name: 't10k-images-idx3-ubyte.gz' }
  const before = { ...champion, sets: [pictures] }
  const after = (accuracy: number) => ({ ...champion, sets: [{ ...pictures, accuracy }] })
  expect(objectionsTo(after(0.9896), before)).toEqual([])
  expect(objectionsTo(after(0.9894), before)).toHaveLength(1)
})
