import { splitOf } from './split'

/**
 * [F21] Whether a player's drawing is gold: measured on, and trained on by no network, ever.
 * @param writer as the file has it; whoever has a name of another kind than exports give comes from elsewhere, and is in no split
 */
export function isGold({ writer }: { readonly writer: string | null }): boolean {
  return writer !== null && /^[0-9a-f]{16}$/.test(writer) && splitOf(writer) === 'gold'
}
