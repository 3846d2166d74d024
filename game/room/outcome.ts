import type { Refusal } from '#game/protocol/refusal'
import type { GameEvent } from './event'
import type { Room } from './room'

/** What a step comes to: the room after it, what happened, and the name of the no if it was one. */
export type Outcome = {
  readonly room: Room
  readonly events: readonly GameEvent[]
  readonly refused?: Refusal
}

export function refuse(room: Room, refused: Refusal): Outcome {
  return { room, events: [], refused }
}

export function unchanged(room: Room): Outcome {
  return { room, events: [] }
}

/** A change that every view shows. */
export function viewChanged(room: Room, ...events: GameEvent[]): Outcome {
  return { room, events: [...events, { type: 'view:changed' }] }
}

/** First one, then the other on what came of it; a no of either is the no of both. */
export function andThen(first: Outcome, next: (room: Room) => Outcome): Outcome {
  const second = next(first.room)
  const refused = first.refused ?? second.refused
  return { room: second.room, events: [...first.events, ...second.events], ...(refused && { refused }) }
}
