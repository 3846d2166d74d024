'use client'

import { useEffect, useState } from 'react'
import { useIsPaused, useRoomClient } from '../room-client/use-room'

/** Whole seconds until then by the server's clock, the one that has begun included; renders once a second. */
export function useSecondsLeft(endsAt: number): number {
  const { now } = useRoomClient()
  const isPaused = useIsPaused()
  const [seconds, setSeconds] = useState(() => secondsUntil(endsAt, now()))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>
    const tick = () => {
      const left = endsAt - now()
      setSeconds(secondsUntil(endsAt, now()))
      if (left > 0 && !isPaused) timer = setTimeout(tick, (left % 1000) + 5)
    }
    tick()
    return () => clearTimeout(timer)
  }, [endsAt, now, isPaused])
  return seconds
}

function secondsUntil(endsAt: number, now: number): number {
  return Math.max(0, Math.ceil((endsAt - now) / 1000))
}
