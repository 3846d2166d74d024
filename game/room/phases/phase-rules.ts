import type { Command } from '#game/room/command'
import type { Outcome } from '#game/room/outcome'
import type { PhaseName, PhaseOf, Room } from '#game/room/room'

/** What a phase accepts and when it ends. */
export type PhaseRules<Name extends PhaseName> = {
  /** When time alone changes something; Infinity when it never does. */
  readonly nextDeadline: (room: Room, phase: PhaseOf<Name>) => number
  /** What that deadline brings; `at` is the deadline, which may lie before the present. */
  readonly expire: (room: Room, phase: PhaseOf<Name>, at: number) => Outcome
  /** Commands that are this phase's own; null for one that it does not know. */
  readonly accept: (room: Room, phase: PhaseOf<Name>, command: Command, now: number) => Outcome | null
}
