'use client'

import { useEffect, useRef } from 'react'
import { followEvents, setTimersBefore } from './follow-room'
import { onceAFrame } from './once-a-frame'
import type { RoomEvent } from './room-events'
import type { RoomState } from './room-state'
import { useIsPaused, useRoom, useRoomClient } from './use-room'

/** Calls this with all that has happened at once: first with what there is to tell to somebody who has just come. */
export function useRoomEvents(act: (events: readonly RoomEvent[]) => void): void {
  const { store } = useRoomClient()
  const latest = useLatest(act)
  useEffect(() => followEvents(onceAFrame(store), (events) => latest.current(events)), [store, latest])
}

/**
 * Calls this so many seconds before a round ends; not while the room waits.
 * @param lateMs what is past no longer than this is done at once, older things not at all
 */
export function useBeforeDeadline(
  secondsLeft: readonly number[],
  act: (seconds: number) => void,
  lateMs = 0,
): void {
  const { now } = useRoomClient()
  const isPaused = useIsPaused()
  const latest = useLatest({ act, secondsLeft })
  const endsAt = useRoom(hurriedUntil)
  useEffect(() => {
    if (endsAt === null || isPaused) return
    return setTimersBefore(endsAt - now(), latest.current.secondsLeft, lateMs, (seconds) =>
      latest.current.act(seconds),
    )
  }, [endsAt, lateMs, now, isPaused, latest])
}

/** Until when something is asked of this player: a drawing, or votes that are not cast yet. */
function hurriedUntil({ phase }: RoomState): number | null {
  if (phase?.name === 'drawing') return phase.endsAt
  if (phase?.name !== 'voting') return null
  return phase.ballot?.some(({ isAnswered }) => !isAnswered) ? phase.endsAt : null
}

function useLatest<Value>(value: Value) {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
