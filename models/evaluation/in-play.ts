import { digitCount } from '#game/protocol/constants'
import type { Digit } from '#game/protocol/scalars'
import { findLock, type LockRule, lockRuleOf } from '#game/scoring/lock'
import { settings } from '#game/settings'
import { bootstrapIntervals, type HitCounts } from './bootstrap'
import { isLookalikeLabel } from './lookalikes'
import type { InPlay } from './report-schema'
import { median } from './statistics'
import { askedFor, type WatchedDrawing } from './watch'

/** A recorded drawing with all guesses of it. */
export type PlayedDrawing = {
  /** 0-9, or 10 for "not a digit". */
  readonly truth: number
  readonly label: string
  /** Null where the set does not say: then it counts as a hand of its own. */
  readonly writer: string | null
  readonly watched: WatchedDrawing
}

const prompts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** The rules that are compared, each with what it adds to the one before; the last is that of the game. */
const comparedRules: readonly { readonly name: string; readonly rule: LockRule }[] = [
  { name: 'no lift asked (edition 2)', rule: lockRuleOf(2) },
  { name: '+ lift', rule: { ...lockRuleOf(3), leastStrokeThousandths: 0 } },
  { name: '+ way of the pen (edition 3)', rule: lockRuleOf(3) },
]

/** Of each drawing: as which prompts it locks at any moment, a bit for each, the last round's end included. */
export function promptsLocked(
  { watched }: PlayedDrawing,
  rule: LockRule = lockRuleOf(watched.edition),
): number {
  return prompts.reduce<number>(
    (bits, prompt) => bits | (isLockedAs(watched, prompt, rule) ? 1 << prompt : 0),
    0,
  )
}

function isLockedAs(watched: WatchedDrawing, prompt: Digit, rule: LockRule): boolean {
  return findLock(askedFor(watched, prompt), Number.POSITIVE_INFINITY, rule) !== null
}

/**
 * What the lock rule does with drawings in play: how many digits lock, and how many other drawings lock as the prompt at any moment,
 * however they end. The second is the mean over the ten prompts of the share of drawings that are not that digit.
 * @param played at least one
 */
export function measureInPlay(played: readonly PlayedDrawing[]): InPlay {
  if (played.length === 0) throw new RangeError('no drawings to measure')
  const fair = played.filter(({ label }) => !isLookalikeLabel(label))
  const marked = played.length - fair.length
  const compared = comparedRules.map(({ name, rule }) => {
    const measured = measureRule(played, rule)
    const withoutLookalikes = marked > 0 && fair.length > 0 ? measureRule(fair, rule).asPrompt : null
    return { name, ...measured, withoutLookalikes }
  })
  return {
    writers: clustersOf(played).length,
    lookalikes: marked,
    rules: compared.map(({ perPrompt: _, ...figures }) => figures),
    prompts: (compared.at(-1)?.perPrompt ?? []).map((interval, prompt) => ({ prompt, ...interval })),
    medianShownMs: medianShownMs(played),
  }
}

function measureRule(played: readonly PlayedDrawing[], rule: LockRule) {
  const tallies = clustersOf(played).map((own) => tallyOf(own, rule))
  const hasDigits = played.some(({ truth }) => truth < digitCount)
  const [asPrompt = none, own = none, ...perPrompt] = bootstrapIntervals(tallies, ({ hits, counts }) => {
    const shares = hits.map((hit, index) => (counts[index] ? hit / counts[index] : 0))
    const ofPrompts = shares.slice(0, digitCount)
    const mean = ofPrompts.reduce((sum, share) => sum + share, 0) / digitCount
    return [mean, shares[digitCount] ?? 0, ...ofPrompts]
  })
  return { own: hasDigits ? own : null, asPrompt, perPrompt }
}

const none = { share: 0, low: 0, high: 0 }

/** Figures 0 to 9: drawings that are not this digit, and lock as it. Figure 10: digits, and those that lock as what they are. */
function tallyOf(played: readonly PlayedDrawing[], rule: LockRule): HitCounts {
  const [hits, counts] = [
    new Array<number>(digitCount + 1).fill(0),
    new Array<number>(digitCount + 1).fill(0),
  ]
  for (const one of played) {
    const locked = promptsLocked(one, rule)
    for (const prompt of prompts) {
      const figure = prompt === one.truth ? digitCount : prompt
      counts[figure] = (counts[figure] ?? 0) + 1
      if (locked & (1 << prompt)) hits[figure] = (hits[figure] ?? 0) + 1
    }
  }
  return { hits, counts }
}

function clustersOf(played: readonly PlayedDrawing[]): PlayedDrawing[][] {
  const byWriter = new Map<string | PlayedDrawing, PlayedDrawing[]>()
  for (const one of played) {
    const key = one.writer ?? one
    const own = byWriter.get(key)
    if (own) own.push(one)
    else byWriter.set(key, [one])
  }
  return [...byWriter.values()]
}

/** Median time from the ink that a lock counts from to the moment when the rule lets it be shown, ms; null where no digit locks. */
function medianShownMs(played: readonly PlayedDrawing[]): number | null {
  const waits = played.flatMap(({ truth, watched }) => {
    const lock = truth < digitCount ? findLock(watched, Number.POSITIVE_INFINITY) : null
    const held = lock && watched.guesses[lock.heldIndex]
    if (!lock || !held) return []
    const next = watched.ink[held.opCount]
    const lifted = next?.kind === 'lift' ? next : watched.ink[held.opCount - 1]
    return Math.max(settings.lockHoldMs, (lifted?.atMs ?? 0) - watched.promptAtMs - lock.atMs)
  })
  return waits.length === 0 ? null : median(waits)
}
