import { digitCount } from '#game/protocol/constants'
import { isLockedAs } from './example-answers'
import type { NetworkMetrics, SetMetrics } from './metrics'
import { addPair, noPairs, type PairTally, pairedLossOf } from './paired-loss'

/** Shares that a challenger may lose against the champion before it is held up. */
const gateMargins = {
  drawings: 0.003,
  pictures: 0.001,
  recall: 0.005,
  locks: 0.005,
  /** In play. Of other drawings and of digits that are not the prompt, each prompt counts. */
  othersAsPrompt: 0.003,
  digitsAsPrompt: 0.0005,
  /** S13, which samples and readers go by. A fall of tens of points is what too trusting a calibration costs. */
  othersRead: 0.02,
  falseLocks: 0.01,
  speed: 0.2,
} as const
const mostEce = 0.02
/**
 * How many standard errors beyond its margin a loss has to be: what lost exactly its margin is let pass four times of five. With
 * it the gate keeps both its promises (its test): equals pass, and one point of loss does not.
 */
const chance = 0.84

const percent = (share: number) => `${(share * 100).toFixed(2)} %`

/**
 * [C12] Why a challenger should not take the champion's place, a sentence each; none when nothing speaks against it. One-sided
 * tests of non-inferiority on paired answers, pooled over all sets of a kind.
 * @param champion measured on the same sets, in the same run
 */
export function objectionsTo(challenger: NetworkMetrics, champion: NetworkMetrics): string[] {
  const pairs = pairSets(challenger, champion)
  const digits = pairs.filter(({ after }) => after.kind === 'digits')
  const others = pairs.filter(({ after }) => after.kind === 'others')
  const isOf = (medium: SetMetrics['medium']) => digits.filter(({ after }) => after.medium === medium)
  const isRight = ({ answers, truths }: SetMetrics, index: number) => answers[index] === truths[index]
  return [
    ...speedObjection(challenger, champion),
    ...objection('drawings that are read rightly', pool(isOf('drawings'), isRight), gateMargins.drawings),
    ...objection('pictures that are read rightly', pool(isOf('pictures'), isRight), gateMargins.pictures),
    ...Array.from({ length: 10 }, (_, digit) =>
      objection(
        `${digit}s that are read rightly`,
        pool(digits, isRight, ({ truths }, index) => truths[index] === `${digit}`),
        gateMargins.recall,
      ),
    ).flat(),
    ...objection(
      'digits that lock',
      pool(digits, ({ locks, truths }, index) => locks[index] === truths[index]),
      gateMargins.locks,
    ),
    ...objection(
      'digits that lock as they are drawn',
      pool(inPlay(digits), ({ locksAs, truths }, index) => isLockedAs(locksAs, index, Number(truths[index]))),
      gateMargins.locks,
    ),
    ...objection(
      'other drawings that do not lock as the prompt at any moment',
      poolPrompts(inPlay(others)),
      gateMargins.othersAsPrompt,
    ),
    ...objection(
      'digits that do not lock as another prompt at any moment',
      poolPrompts(inPlay(digits)),
      gateMargins.digitsAsPrompt,
    ),
    ...objection('others that are answered "not a digit"', pool(others, isRight), gateMargins.othersRead),
    // Of pictures nothing is known but how they ended.
    ...objection(
      'other pictures that lock as no digit',
      pool(
        others.filter(({ after }) => !after.inPlay),
        ({ locks }, index) => locks[index] === '-',
      ),
      gateMargins.falseLocks,
    ),
    ...digits.flatMap(({ before, after }) =>
      after.ece > Math.max(mostEce, before.ece)
        ? [`${after.name}: the calibration error is ${percent(after.ece)}`]
        : [],
    ),
  ]
}

type PairedSets = { readonly before: SetMetrics; readonly after: SetMetrics }

function pairSets(challenger: NetworkMetrics, champion: NetworkMetrics): PairedSets[] {
  return challenger.sets.flatMap((after) => {
    const before = champion.sets.find(({ name, sha256 }) => name === after.name && sha256 === after.sha256)
    return before ? [{ before, after }] : []
  })
}

function pool(
  sets: readonly PairedSets[],
  isGood: (set: SetMetrics, index: number) => boolean,
  isCounted: (set: SetMetrics, index: number) => boolean = () => true,
  tally: PairTally = noPairs(),
): PairTally {
  for (const { before, after } of sets)
    for (let index = 0; index < after.count; index++)
      if (isCounted(after, index)) addPair(tally, isGood(before, index), isGood(after, index))
  return tally
}

function inPlay(sets: readonly PairedSets[]): PairedSets[] {
  return sets.filter(({ before, after }) => before.inPlay && after.inPlay)
}

/** Each drawing with each prompt that it is not: whether it keeps from locking as that. */
function poolPrompts(sets: readonly PairedSets[]): PairTally {
  const tally = noPairs()
  for (let prompt = 0; prompt < digitCount; prompt++)
    pool(
      sets,
      ({ locksAs }, index) => !isLockedAs(locksAs, index, prompt),
      ({ truths }, index) => truths[index] !== `${prompt}`,
      tally,
    )
  return tally
}

function objection(what: string, tally: PairTally, margin: number): string[] {
  const { loss, error } = pairedLossOf(tally)
  const bound = margin + chance * error
  if (loss <= bound) return []
  const { count, before, after } = tally
  return [
    `${what}: ${percent(after / count)} of ${count}, the champion has ${percent(before / count)}; ${percent(bound)} less is let pass`,
  ]
}

function speedObjection(challenger: NetworkMetrics, champion: NetworkMetrics): string[] {
  const [own, other] = [challenger.speed.perSecond, champion.speed.perSecond]
  return own < other * (1 - gateMargins.speed)
    ? [`it judges ${own} pictures a second where ${champion.version} judged ${other} in the same run`]
    : []
}
