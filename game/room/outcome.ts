import type { Refusal } from '#game/protocol/refusal'
import type { GameEvent } from './event'
import type { Room } from './room'

/** The result of a step: the room after it, what happened, and the refusal if the command was refused. */
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

/** Chains two steps: the second gets the room of the first, events add up, and the first refusal stays. */
export function andThen(first: Outcome, next: (room: Room) => Outcome): Outcome {
  const second = next(first.room)
  const refused = first.refused ?? second.refused
  return { room: second.room, events: [...first.events, ...second.events], ...(refused && { refused }) }
}
