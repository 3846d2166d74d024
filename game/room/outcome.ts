import type { Refusal } from '#game/protocol/refusal'
import type { Command } from './command'
import type { GameEvent } from './event'
import type { PhaseName, PhaseOf, Room } from './room'

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
  if (second.room === first.room && second.events.length === 0 && !second.refused) return first
  const refused = first.refused ?? second.refused
  const events = first.events.length === 0 ? second.events : [...first.events, ...second.events]
  return refused ? { room: second.room, events, refused } : { room: second.room, events }
}

/** What a phase accepts and when it ends. */
export type PhaseRules<Name extends PhaseName> = {
  /** When time alone changes something; Infinity when it never does. */
  readonly nextDeadline: (room: Room, phase: PhaseOf<Name>) => number
  /** What that deadline brings; `at` is the deadline, which may lie before the present. */
  readonly expire: (room: Room, phase: PhaseOf<Name>, at: number) => Outcome
  /** Commands that are this phase's own; null for one that it does not know. */
  readonly accept: (room: Room, phase: PhaseOf<Name>, command: Command, now: number) => Outcome | null
}
