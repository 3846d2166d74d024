import type { Split } from './schema'

/** [F10] The share of contributors whose samples are only measured with. */
export const goldShare = 0.2

/**
 * [F10] The part that all samples of a contributor are in: it follows from their opaque id alone, so it is the same in every export and
 * every dataset, whatever else is in them.
 * @param writer 16 hex digits of a keyed hash, as exports name contributors
 */
export function splitOf(writer: string): Split {
  return Number.parseInt(writer.slice(0, 8), 16) < goldShare * 2 ** 32 ? 'gold' : 'train'
}
