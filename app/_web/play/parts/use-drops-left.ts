'use client'

import { useEffect, useState } from 'react'
import { useIsPaused, useRoomClient } from '../room-client/use-room'
import { play } from '../sound/play'
import { dropsLeft, nextDropMs } from './drops'

/** How many drops of a countdown are left by the server's clock; a tick is heard as each goes. */
export function useDropsLeft(endsAt: number, totalMs: number): number {
  const { now } = useRoomClient()
  const isPaused = useIsPaused()
  const [drops, setDrops] = useState(() => dropsLeft(endsAt - now(), totalMs))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const look = () => {
      const leftMs = endsAt - now()
      setDrops(dropsLeft(leftMs, totalMs))
      const nextMs = nextDropMs(leftMs, totalMs)
      if (nextMs === 0 || isPaused) return
      timer = setTimeout(() => {
        play('tick')
        look()
      }, nextMs + 2)
    }
    look()
    return () => clearTimeout(timer)
  }, [endsAt, totalMs, now, isPaused])
  return drops
}
