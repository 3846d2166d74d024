'use client'

import type { RoomEvent } from '../room-client/room-events'
import { useBeforeDeadline, useRoomEvents } from '../room-client/use-room-events'
import { play } from '../sound/play'
import type { Sound } from '../sound/sounds'

const tickedAtSeconds = [3, 2, 1]
/** A tick that is due when a round begins, which is told a little later. */
const lateMs = 200

/** Plays along with the game. */
export function SoundTrack() {
  useRoomEvents((events) => {
    const sounds = new Set(events.flatMap((event) => soundOf(event) ?? []))
    for (const sound of sounds) play(sound)
  })
  useBeforeDeadline(tickedAtSeconds, () => play('hurry'), lateMs)
  return null
}

function soundOf(event: RoomEvent): Sound | null {
  switch (event.type) {
    case 'phase:began':
      if (event.phase === 'drawing') return 'go'
      if (event.phase === 'judging') return 'timeUp'
      if (event.phase === 'voting') return 'prompt'
      return event.phase === 'finished' ? 'podium' : null
    case 'drawing:locked':
    case 'drawing:changed':
      return 'lock'
    case 'round:revealed':
      return event.isFooled ? 'lock' : null
    case 'rival:locked':
      return 'rivalLock'
    case 'drawing:wrong-locked':
      return 'wrongLock'
    default:
      return null
  }
}
