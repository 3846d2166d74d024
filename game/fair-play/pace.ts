import type { Digit } from '#game/protocol/scalars'
import { settings } from '#game/settings'

type Paced = { readonly prompt: Digit; readonly lockMs: number }

/**
 * [F2] How quick the quicker half of some locks was: the mean of their times, each as a share of its digit's par. Slow ones among
 * quick ones do not hide them, as they would in a mean of all, nor does it matter how many there are, as it would to a median.
 * @param locks at least one, times in ms
 */
export function quickerHalfPace(locks: readonly Paced[]): number {
  const paces = locks.map(({ prompt, lockMs }) => lockMs / (settings.parMs[prompt] ?? 1))
  const half = paces.toSorted((one, other) => one - other).slice(0, Math.ceil(paces.length / 2))
  return half.reduce((sum, pace) => sum + pace, 0) / half.length
}
