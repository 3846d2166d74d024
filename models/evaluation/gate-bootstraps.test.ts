import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { modelsFolder } from '#models/model-folder'
import { Chance } from '#models/training/chance'
import { isLockedAs, promptsText } from './example-answers'
import { objectionsTo } from './gate'
import { metricsSchema, type SetMetrics } from './metrics'

/** The answers of the network that ships, on everything it was measured on. */
const shipped = metricsSchema.parse(
  JSON.parse(readFileSync(join(modelsFolder, 'digits-v1', 'metrics.json'), 'utf8')),
)
const bootstraps = 60
const digits = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]

type Rates = { readonly right: number; readonly locked: number; readonly lockedAs: readonly number[] }

/** Of each digit of a set, or of what is none: how often the network is right, and how often it locks, at the end and as each prompt. */
function ratesOf({ truths, answers, locks, locksAs, kind }: SetMetrics): Map<string, Rates> {
  return new Map(
    [...new Set(truths)].map((truth) => {
      const own = [...truths].flatMap((one, index) => (one === truth ? [index] : []))
      const share = (isOne: (index: number) => boolean) => own.filter(isOne).length / own.length
      const right = share((index) => answers[index] === truth)
      const locked = share((index) => locks[index] === (kind === 'digits' ? truth : '-'))
      const lockedAs = digits.map((prompt) => share((index) => isLockedAs(locksAs, index, prompt)))
      return [truth, { right, locked, lockedAs }]
    }),
  )
}

/**
 * One bootstrap: the champion's answers, drawn anew from its own, and those of a challenger that errs on examples of its own, which
 * is as far from the champion as an equal can be.
 * @param worseBy by so much, in reading, in locking and in what is no digit
 */
function drawPair(
  chance: Chance,
  rates: readonly Map<string, Rates>[],
  worseBy: (set: SetMetrics) => number,
) {
  const drawn = shipped.sets.map((set, at) => {
    const worse = worseBy(set)
    const picked = Array.from({ length: set.count }, () => chance.below(set.count))
    const pickedOf = (text: string) => picked.map((index) => text[index]).join('')
    const before = {
      ...set,
      truths: pickedOf(set.truths),
      answers: pickedOf(set.answers),
      locks: pickedOf(set.locks),
      locksAs: set.inPlay ? picked.map((index) => set.locksAs.slice(3 * index, 3 * index + 3)).join('') : '',
    }
    const simulated = [...before.truths].map((truth) => {
      const { right = 0, locked = 0, lockedAs = [] } = rates[at]?.get(truth) ?? {}
      const draw = chance.next()
      const isDigit = truth !== 'x'
      return {
        answer: draw < right - worse ? truth : isDigit ? 'x' : '0',
        lock: draw < locked - worse ? (isDigit ? truth : '-') : isDigit ? '-' : '0',
        locksAs: set.inPlay ? locksAsDrawn(chance, truth, lockedAs, worse) : '',
      }
    })
    const after = {
      ...before,
      answers: simulated.map(({ answer }) => answer).join(''),
      locks: simulated.map(({ lock }) => lock).join(''),
      locksAs: simulated.map(({ locksAs }) => locksAs).join(''),
    }
    return { before, after }
  })
  return {
    champion: { ...shipped, sets: drawn.map(({ before }) => before) },
    challenger: { ...shipped, sets: drawn.map(({ after }) => after) },
  }
}

/** For which prompts one example locks. */
function locksAsDrawn(chance: Chance, truth: string, lockedAs: readonly number[], worse: number): string {
  return promptsText(
    digits.reduce((bits, prompt) => {
      const rate = lockedAs[prompt] ?? 0
      const locks = chance.next() < (truth === `${prompt}` ? rate - worse : rate + worse)
      return locks ? bits | (1 << prompt) : bits
    }, 0),
  )
}

function passShare(seed: number, worseBy: (set: SetMetrics) => number): number {
  const chance = new Chance(seed)
  const rates = shipped.sets.map(ratesOf)
  let passed = 0
  for (let round = 0; round < bootstraps; round++) {
    const { challenger, champion: own } = drawPair(chance, rates, worseBy)
    if (objectionsTo(challenger, own).length === 0) passed++
  }
  return passed / bootstraps
}

test('[C12] gate: an equal challenger passes in at least 80 % of bootstraps', () => {
  expect(passShare(1, () => 0)).toBeGreaterThanOrEqual(0.8)
})

test.each<[string, (set: SetMetrics) => number]>([
  ['everywhere', () => 0.01],
  ['on what is no digit alone', ({ kind }) => (kind === 'others' ? 0.01 : 0)],
  ['on drawn digits alone', ({ kind, medium }) => (kind === 'digits' && medium === 'drawings' ? 0.01 : 0)],
  ['on pictures alone', ({ medium }) => (medium === 'pictures' ? 0.01 : 0)],
])('[C12] gate: a challenger that is one point worse %s passes in at most 5 % of bootstraps', (_, worse) => {
  expect(passShare(2, worse)).toBeLessThanOrEqual(0.05)
})
