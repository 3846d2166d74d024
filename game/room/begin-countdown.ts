import { settings } from '#game/settings'
import type { PhaseOf } from './room'

export function beginCountdown(at: number): PhaseOf<'countdown'> {
  return { name: 'countdown', endsAt: at + settings.countdownMs }
}
