import { delayRoom } from './delay-room'
import { andThen, type Outcome, unchanged, viewChanged } from './outcome'
import { isPauseOver } from './pause'
import { endStrokes, passPensOn } from './phases/drawing'
import type { Room } from './room'
import { disconnect } from './seats'

/**
 * [R18] Lets the room's time go on once everybody is back or its wait is over; who is missing is away from then on. Strokes
 * that were down end: what the pens did while the server was away is lost, and with it that they were lifted.
 */
export function endPause(room: Room, now: number): Outcome {
  const { pause } = room
  if (!pause || !isPauseOver(room, pause, now)) return unchanged(room)
  const at = Math.min(now, pause.endsAt)
  const delayed = viewChanged(delayRoom({ ...room, pause: null }, at - pause.at))
  const resumed = andThen(delayed, (later) => endStrokes(later, at))
  const without = pause.missing.reduce(
    (outcome, id) => andThen(outcome, (later) => disconnect(later, id, at)),
    resumed,
  )
  return andThen(without, (later) => passPensOn(room, later, at))
}
