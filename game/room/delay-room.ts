import type { Phase, Room } from './room'

/**
 * [R18] Moves every deadline of a room by `byMs`, so that its game goes on from where it was. The times at which a game started
 * and finished stay.
 */
export function delayRoom(room: Room, byMs: number): Room {
  return {
    ...room,
    players: room.players.map((player) => ({ ...player, lostAt: later(player.lostAt, byMs) })),
    startsAt: later(room.startsAt, byMs),
    phase: delayPhase(room.phase, byMs),
  }
}

function later(at: number | null, byMs: number): number | null {
  return at === null ? null : at + byMs
}

function delayPhase(phase: Phase, byMs: number): Phase {
  switch (phase.name) {
    case 'lobby':
    case 'finished':
      return phase
    case 'countdown':
      return { ...phase, endsAt: phase.endsAt + byMs }
    case 'reveal':
      return { ...phase, startedAt: phase.startedAt + byMs, endsAt: phase.endsAt + byMs }
    case 'drawing': {
      const { startedAt, endsAt, leftAt } = phase
      return { ...phase, startedAt: startedAt + byMs, endsAt: endsAt + byMs, leftAt: leftAt + byMs }
    }
    case 'voting': {
      const { startedAt, endsAt, openedAt } = phase
      return { ...phase, startedAt: startedAt + byMs, endsAt: endsAt + byMs, openedAt: openedAt + byMs }
    }
    case 'judging': {
      const { startedAt, endsAt, drawnAt } = phase
      return { ...phase, startedAt: startedAt + byMs, endsAt: endsAt + byMs, drawnAt: drawnAt + byMs }
    }
  }
}
