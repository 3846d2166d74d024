import type { Split } from './schema'
import { splitOf } from './split'

/**
 * [F21] Whether a player's drawing is gold: measured on, and trained on by no network, ever. Exports of before there were splits do not
 * say so, but name contributors in the same way.
 * @param writer as the file has it; whoever has a name of another kind comes from elsewhere, and is in no split
 */
export function isGold({
  writer,
  split = null,
}: {
  readonly writer: string | null
  readonly split?: Split | null
}): boolean {
  if (split !== null) return split === 'gold'
  return writer !== null && /^[0-9a-f]{16}$/.test(writer) && splitOf(writer) === 'gold'
}
