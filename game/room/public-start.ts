import type { GhostKind, PlayerId } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { type Outcome, unchanged, viewChanged } from './outcome'
import { presentPlayers, type Room } from './room'

/** [R10] [R25] Schedules the next game of a public room, or cancels it. */
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

/** [R25] Whether the room has one present player in its lobby, for whom ghosts may be found. */
function mayRaceGhosts(room: Room): boolean {
  return room.phase.name === 'lobby' && ghostsFor(room) !== null && !room.isWithoutGhosts
}

/**
 * [R25] Which ghosts the next game of a room is against: in a public room those of other players, after a race against the own best
 * or a day's winner the same again. Null with several players present, because they race each other.
 * @returns the kind of ghosts, and the only player present, who need not be the host: their own games are not among those of others
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
