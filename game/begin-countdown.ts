import type { PhaseOf } from './room'
import { settings } from './settings'

export function beginCountdown(at: number): PhaseOf<'countdown'> {
  return { name: 'countdown', endsAt: at + settings.countdownMs }
}
