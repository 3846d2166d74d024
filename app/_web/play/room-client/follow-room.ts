import type { StoreApi } from 'zustand/vanilla'
import { memoiseNewest } from '#game/memoise'
import { cancelPaint, paintCalmly, paintInNextFrame } from '../../ink/canvas/animation-frame'
import { eventsBetween, type RoomEvent } from './room-events'
import { newRoomState, type RoomState } from './room-state'

type Store = Pick<StoreApi<RoomState>, 'getState' | 'subscribe'>

/** The announcer and the sounds ask the same once a frame. */
const eventsUntil = memoiseNewest<RoomState, RoomState, RoomEvent[]>()

/**
 * Tells all that happens at once, beginning with what there is to tell to somebody who has just come.
 * @returns ends it
 */
export function followEvents(store: Store, tell: (events: readonly RoomEvent[]) => void): () => void {
  let told = newRoomState
  const follow = () => {
    const before = told
    told = store.getState()
    const events = eventsUntil(told, before, () => eventsBetween(before, told))
    if (events.length > 0) tell(events)
  }
  follow()
  return store.subscribe(follow)
}

/**
 * Paints what is picked, now and whenever it is another object, in the next frame.
 * @param isCalm whether it may wait for all that lies beside the pad
 * @returns ends it, also what was to be painted in the next frame
 */
export function followPainted<Picked>(
  store: Store,
  pick: (state: RoomState) => Picked,
  paint: (picked: Picked) => void,
  isCalm = false,
): () => void {
  const paintSoon = isCalm ? paintCalmly : paintInNextFrame
  let painted = pick(store.getState())
  paint(painted)
  const repaint = () => {
    const picked = pick(store.getState())
    if (picked === painted) return
    painted = picked
    paint(picked)
  }
  const unsubscribe = store.subscribe(() => paintSoon(repaint))
  return () => {
    unsubscribe()
    cancelPaint(repaint)
  }
}

/**
 * Sets a timer for so many seconds before a deadline, each.
 * @param inMs until the deadline
 * @param lateMs what is past no longer than this is done at once, older things not at all
 * @returns clears them
 */
export function setTimersBefore(
  inMs: number,
  secondsLeft: readonly number[],
  lateMs: number,
  act: (seconds: number) => void,
): () => void {
  const timers = secondsLeft.flatMap((seconds) => {
    const waitMs = inMs - seconds * 1000
    return waitMs > -lateMs ? setTimeout(() => act(seconds), waitMs) : []
  })
  return () => timers.forEach(clearTimeout)
}
