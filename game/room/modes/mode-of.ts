import type { ModeName, RoomSettings } from '#game/protocol/scalars'
import type { Mode } from './mode'
import { race } from './race'
import { relay } from './relay'
import { rush } from './rush'

const modes: Record<ModeName, Mode> = { race, rush, relay }

export function modeOf({ mode }: RoomSettings): Mode {
  return modes[mode]
}
