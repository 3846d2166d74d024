import { settings } from '#game/settings'
import { countVoters } from './count-voters'
import { type Outcome, unchanged, viewChanged } from './outcome'
import { type PhaseOf, presentPlayers, type Room } from './room'

/**
 * [R19] [R29] [R30] Ends a phase early once all present players are done with it: a reveal when all are ready for the next round, but
 * not before `leastRevealMs`; drawing in a game without locks when all have drawn enough; a vote when all have voted. Checked after every
 * change, because the last player whom the others waited for may leave.
 */
export function hurry(room: Room, now: number): Outcome {
  const { phase } = room
  switch (phase.name) {
    case 'reveal':
      return areReady(room, phase.ready)
        ? endBy(room, phase, Math.max(now, phase.startedAt + settings.leastRevealMs))
        : unchanged(room)
    case 'drawing':
      return phase.ready && areReady(withCanvas(room, phase), phase.ready)
        ? endBy(room, phase, Math.max(now, phase.leftAt))
        : unchanged(room)
    case 'voting':
      return haveVoted(room, phase) ? endBy(room, phase, now) : unchanged(room)
    default:
      return unchanged(room)
  }
}

type Hurried = PhaseOf<'reveal'> | PhaseOf<'drawing'> | PhaseOf<'voting'>

function endBy(room: Room, phase: Hurried, endsAt: number): Outcome {
  return endsAt < phase.endsAt ? viewChanged({ ...room, phase: { ...phase, endsAt } }) : unchanged(room)
}

function areReady(room: Room, ready: readonly string[]): boolean {
  const present = presentPlayers(room)
  return present.length > 0 && present.every(({ id }) => ready.includes(id))
}

/** The room without players who joined in the middle of the round: they only watch it. */
function withCanvas(room: Room, { canvases }: PhaseOf<'drawing'>): Room {
  return {
    ...room,
    players: room.players.filter(({ id }) => canvases.some(({ players }) => players.includes(id))),
  }
}

/** Players who are away are not waited for. With nobody present the vote lasts until its deadline. */
function haveVoted(room: Room, phase: PhaseOf<'voting'>): boolean {
  const { voted, voters } = countVoters(room, phase)
  return voters > 0 && voted === voters
}
