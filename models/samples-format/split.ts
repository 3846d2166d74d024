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

/**
 * [F21] Whether a player's drawing is gold: measured on, and trained on by no network, ever.
 * @param writer as the file has it; whoever has a name of another kind than exports give comes from elsewhere, and is in no split
 */
export function isGold({ writer }: { readonly writer: string | null }): boolean {
  return writer !== null && /^[0-9a-f]{16}$/.test(writer) && splitOf(writer) === 'gold'
}
