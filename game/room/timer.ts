import type { RoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'

/** [R15] How long a round lasts at most, ms. */
export function roundMs({ roundSeconds, timer }: Pick<RoomSettings, 'roundSeconds' | 'timer'>): number {
  if (timer === 'none') return settings.untimedRoundMs
  return roundSeconds * 1000 * (timer === 'extended' ? settings.extendedTimes : 1)
}
