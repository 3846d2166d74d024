'use client'

import { SoundTrack } from '../../parts/sound-track'
import { useRoomEvents } from '../../room-client/use-room-events'
import { play } from '../../sound/play'

/** What everybody hears: the sounds of the phases, and one for each lock at the table. */
export function TvSound() {
  useRoomEvents((events) => {
    if (events.some(({ type }) => type === 'table:locked')) play('lock')
  })
  return <SoundTrack />
}
