import { useEffect, useState } from 'react'
import { awaitsLift } from '../room-client/awaits-lift'
import { useRoom } from '../room-client/use-room'

/**
 * Whether the judge has been sure of the own drawing for a while and only waits for the pen to be lifted [S2].
 * @param afterMs delay; players who go on writing lift before it ends, and see no hint
 */
export function useLiftDue(afterMs: number): boolean {
  const isAwaited = useRoom(awaitsLift)
  const [isDue, setDue] = useState(false)
  useEffect(() => {
    setDue(false)
    if (!isAwaited) return
    const timer = setTimeout(() => setDue(true), afterMs)
    return () => clearTimeout(timer)
  }, [isAwaited, afterMs])
  return isAwaited && isDue
}
