import type { GhostKind, PlayerId } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { type Outcome, unchanged, viewChanged } from './outcome'
import { presentPlayers, type Room } from './room'

/** [R10] [R25] Sets or calls off the time at which a public room begins its next game by itself. */
export function schedulePublicStart(room: Room, now: number): Outcome {
  const waitMs = startAfterMs(room)
  const isWithGhosts = mayRaceGhosts(room)
  const isSet = room.startsAt !== null
  if (isSet === (waitMs !== null) && (room.startsWithGhosts ?? false) === isWithGhosts) return unchanged(room)
  const { startsWithGhosts: _, ...others } = room
  return viewChanged({
    ...others,
    startsAt: waitMs === null ? null : now + waitMs,
    ...(isWithGhosts && { startsWithGhosts: true }),
  })
}

function startAfterMs(room: Room): number | null {
  const { name } = room.phase
  if (!room.settings.isPublic || (name !== 'lobby' && name !== 'finished')) return null
  if (presentPlayers(room).length >= settings.publicMinPlayers)
    return name === 'finished' ? settings.publicRematchMs : settings.publicStartMs
  return mayRaceGhosts(room) ? settings.ghostsAfterMs : null
}

/** [R25] Whether somebody waits for others in a public room alone, and may find ghosts. */
function mayRaceGhosts(room: Room): boolean {
  return room.phase.name === 'lobby' && ghostsFor(room) !== null && !room.isWithoutGhosts
}

/**
 * [R25] Which ghosts the next game of a room is against, where there are any: in a public room those of others, after a race
 * against the own best or the winner of a day that once more. Null where several are there, for they race each other.
 * @returns with who is there alone: the host may be away or watch, and their drawings are not for others
 */
export function ghostsFor(room: Room): { kind: GhostKind; playerId: PlayerId } | null {
  const { game, phase, settings } = room
  const [alone, ...others] = presentPlayers(room)
  if (!alone || others.length > 0) return null
  const kind = settings.isPublic ? 'others' : phase.name === 'finished' && game?.ghosts?.kind
  return kind ? { kind, playerId: alone.id } : null
}

export function nextStart({ startsAt }: Room): number {
  return startsAt ?? Number.POSITIVE_INFINITY
}

export function announceStart(room: Room): Outcome {
  return { room: { ...room, startsAt: null }, events: [{ type: 'game:due' }] }
}
