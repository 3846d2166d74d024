import { delayRoom } from './delay-room'
import { andThen, type Outcome, unchanged, viewChanged } from './outcome'
import { isPauseOver } from './pause'
import { goOnWithout } from './phases/drawing'
import type { Room } from './room'
import { disconnect } from './seats'

/** [R18] Lets the room's time go on once everybody is back or its wait is over; who is missing is away from then on. */
export function endPause(room: Room, now: number): Outcome {
  const { pause } = room
  if (!pause || !isPauseOver(room, pause, now)) return unchanged(room)
  const at = Math.min(now, pause.endsAt)
  const resumed = viewChanged(delayRoom({ ...room, pause: null }, at - pause.at))
  const without = pause.missing.reduce(
    (outcome, id) => andThen(outcome, (later) => disconnect(later, id, at)),
    resumed,
  )
  return andThen(without, (later) => goOnWithout(room, later, at))
}
