import type { ModeName, RoomSettings } from '#game/protocol/scalars'
import type { Mode } from './mode'
import { raceMode } from './race'
import { relayMode } from './relay'
import { rushMode } from './rush'

const modes: Record<ModeName, Mode> = { race: raceMode, rush: rushMode, relay: relayMode }

export function modeOf({ mode }: RoomSettings): Mode {
  return modes[mode]
}
