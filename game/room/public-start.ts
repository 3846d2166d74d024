import { settings } from '#game/settings'
import { type Outcome, unchanged, viewChanged } from './outcome'
import { presentPlayers, type Room } from './room'

/** [R10] Sets or calls off the time at which a public room begins its next game by itself. */
export function schedulePublicStart(room: Room, now: number): Outcome {
  const { name } = room.phase
  const mayStart =
    room.settings.isPublic &&
    (name === 'lobby' || name === 'finished') &&
    presentPlayers(room).length >= settings.publicMinPlayers
  if (mayStart === (room.startsAt !== null)) return unchanged(room)
  const waitMs = name === 'finished' ? settings.publicRematchMs : settings.publicStartMs
  return viewChanged({ ...room, startsAt: mayStart ? now + waitMs : null })
}

export function nextStart({ startsAt }: Room): number {
  return startsAt ?? Number.POSITIVE_INFINITY
}

export function announceStart(room: Room): Outcome {
  return { room: { ...room, startsAt: null }, events: [{ type: 'game:due' }] }
}
