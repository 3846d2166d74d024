'use client'

import { useEffect, useRef } from 'react'
import { eventsBetween, type RoomEvent } from './room-events'
import { newRoomState } from './room-state'
import { useIsPaused, useRoom, useRoomClient } from './use-room'

/** Calls this with all that has happened at once: first with what there is to tell to somebody who has just come. */
export function useRoomEvents(act: (events: readonly RoomEvent[]) => void): void {
  const { store } = useRoomClient()
  const latest = useLatest(act)
  useEffect(() => {
    let told = newRoomState
    const tell = () => {
      const before = told
      told = store.getState()
      const events = eventsBetween(before, told)
      if (events.length > 0) latest.current(events)
    }
    tell()
    return store.subscribe(tell)
  }, [store, latest])
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
  const endsAt = useRoom(({ phase }) => (phase?.name === 'drawing' ? phase.endsAt : null))
  useEffect(() => {
    if (endsAt === null || isPaused) return
    const timers = latest.current.secondsLeft.flatMap((seconds) => {
      const inMs = endsAt - seconds * 1000 - now()
      return inMs > -lateMs ? setTimeout(() => latest.current.act(seconds), inMs) : []
    })
    return () => timers.forEach(clearTimeout)
  }, [endsAt, lateMs, now, isPaused, latest])
}

function useLatest<Value>(value: Value) {
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  return latest
}
