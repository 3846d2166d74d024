'use client'

import { useEffect, useRef } from 'react'
import { SoundTrack } from '../../parts/sound-track'
import { useRoom } from '../../room-client/use-room'
import { play } from '../../sound/play'

/** What everybody hears: the sounds of the phases, and one for each lock at the table. */
export function TvSound() {
  const locks = useRoom(({ canvases }) =>
    canvases.reduce((sum, { drawing, lock }) => sum + drawing + (lock ? 1 : 0), 0),
  )
  const before = useRef(locks)
  useEffect(() => {
    if (locks > before.current) play('lock')
    before.current = locks
  }, [locks])
  return <SoundTrack />
}
