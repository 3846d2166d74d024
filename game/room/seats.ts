import type { Colour } from '#game/protocol/colour'
import { hueCount } from '#game/protocol/constants'
import type { Refusal } from '#game/protocol/refusal'
import type { PlayerId } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import type { CommandOf } from './command'
import { noteArrival } from './networks'
import { type Outcome, refuse, unchanged, viewChanged } from './outcome'
import { missAgain, missNoLonger } from './pause'
import { findPlayer, type Player, presentPlayers, type Room } from './room'
import { isOutvoted } from './votes'

/** [R2] A new player sits down; a known one comes back to their seat, with all that is on it. */
export function join(room: Room, command: CommandOf<'player:join'>): Outcome {
  const joined = takeSeat(room, command)
  if (joined.refused) return joined
  // [R25] `isWithoutGhosts` was about the player who was alone before.
  const { isWithoutGhosts: _, ...seated } = joined.room
  const { playerId, network } = command
  return { ...joined, room: network === undefined ? seated : noteArrival(seated, { playerId, network }) }
}

function takeSeat(room: Room, command: CommandOf<'player:join'>): Outcome {
  const { playerId, name, isSpectator } = command
  const refusal = refusalToJoin(room, command)
  if (refusal) return refuse(room, refusal)
  const known = findPlayer(room, playerId)
  const takesSeat = known?.isSpectator !== isSpectator
  if (known) {
    const colour = takesSeat && !isSpectator ? freeColour(takenColours(room), known.colour) : known.colour
    const others = room.players.filter(({ id }) => id !== playerId)
    const label = known.name === name ? known.label : freeLabel(others, name)
    const back = replace(room, { ...known, name, label, colour, isSpectator, lostAt: null })
    return viewChanged(withHost(missNoLonger(back, playerId)))
  }
  const player: Player = {
    id: playerId,
    name,
    label: freeLabel(room.players, name),
    colour: freeColour(takenColours(room), command.colour),
    isSpectator,
    lostAt: null,
    votesAgainst: [],
  }
  return viewChanged(withHost({ ...room, players: [...room.players, player] }))
}

/** [P7] Why this room would not let somebody in, whether it is public or not. */
export function refusalToJoin(
  room: Room,
  { playerId, isSpectator }: Pick<CommandOf<'player:join'>, 'playerId' | 'isSpectator'>,
): Refusal | undefined {
  if (room.banned.includes(playerId)) return 'banned'
  const known = findPlayer(room, playerId)
  if (!known && room.settings.isLocked && room.players.length > 0) return 'room-locked'
  const alike = room.players.filter((player) => player.isSpectator === isSpectator)
  const most = isSpectator ? settings.maxSpectators : settings.maxPlayers
  if (known?.isSpectator === isSpectator || alike.length < most) return undefined
  return isSpectator ? 'no-room-to-watch' : 'room-full'
}

/** [R3] The seat stays; only the connection is gone. */
export function disconnect(room: Room, playerId: PlayerId, now: number): Outcome {
  const player = findPlayer(room, playerId)
  if (!player || player.lostAt !== null) return unchanged(room)
  if (room.pause) return missAgain(room, room.pause, playerId)
  return viewChanged(replace(room, { ...player, lostAt: now }))
}

export function leave(room: Room, playerId: PlayerId): Outcome {
  return findPlayer(room, playerId) ? remove(room, playerId, 'left') : refuse(room, 'not-seated')
}

/** [R5] The host decides alone, but only where no strangers can have come in. */
export function kick(room: Room, { playerId, target }: CommandOf<'player:kick'>): Outcome {
  if (room.hasBeenPublic) return refuse(room, 'not-private')
  if (playerId !== room.hostId) return refuse(room, 'not-host')
  if (target === playerId || !findPlayer(room, target)) return refuse(room, 'no-such-player')
  return remove({ ...room, banned: [...room.banned, target] }, target, 'kicked')
}

/** [R11] Those who are present vote on who is sent away; it is counted when somebody votes. */
export function vote(room: Room, { playerId, target }: CommandOf<'player:vote'>): Outcome {
  if (!room.hasBeenPublic) return refuse(room, 'not-public')
  const accused = findPlayer(room, target)
  if (!findPlayer(room, playerId)) return refuse(room, 'not-seated')
  if (target === playerId || !accused) return refuse(room, 'no-such-player')
  const hasVoted = accused.votesAgainst.includes(playerId)
  const voted = hasVoted ? accused : { ...accused, votesAgainst: [...accused.votesAgainst, playerId] }
  if (isOutvoted(room, voted))
    return remove({ ...room, banned: [...room.banned, target] }, target, 'outvoted')
  return hasVoted ? unchanged(room) : viewChanged(replace(room, voted))
}

/** When the next empty seat is cleared or the next absent host replaced; Infinity when nobody is away. */
export function nextSeatDeadline(room: Room): number {
  const heldThrough = isInRound(room)
  let next = Number.POSITIVE_INFINITY
  for (const { id, lostAt } of room.players) {
    if (lostAt === null) continue
    if (!heldThrough) next = Math.min(next, lostAt + settings.seatHoldMs)
    const mayHandOver = id === room.hostId && room.players.some((player) => player.lostAt === null)
    if (mayHandOver) next = Math.min(next, lostAt + settings.hostHoldMs)
  }
  return next
}

/** [R3] [R4] Clears the seats and replaces the host that have been away for too long at `at`. */
export function expireSeats(room: Room, at: number): Outcome {
  const host = room.hostId && findPlayer(room, room.hostId)
  const isHostAway = host && host.lostAt !== null && host.lostAt + settings.hostHoldMs <= at
  const handedOver = isHostAway ? withHost({ ...room, hostId: null }) : room
  const heldThrough = isInRound(room)
  const gone = heldThrough
    ? undefined
    : room.players.find(({ lostAt }) => lostAt !== null && lostAt + settings.seatHoldMs <= at)
  return gone ? remove(handedOver, gone.id, 'away') : viewChanged(handedOver)
}

function isInRound({ phase }: Room): boolean {
  return phase.name === 'drawing' || phase.name === 'judging' || phase.name === 'voting'
}

/** [R3] Seats lost in a round are held for the full time after it. */
export function holdSeatsFrom(room: Room, at: number): Room {
  const players = room.players.map((player) =>
    player.lostAt === null ? player : { ...player, lostAt: Math.max(player.lostAt, at) },
  )
  return { ...room, players }
}

function replace(room: Room, player: Player): Room {
  return { ...room, players: room.players.map((other) => (other.id === player.id ? player : other)) }
}

function remove(room: Room, playerId: PlayerId, reason: 'left' | 'kicked' | 'outvoted' | 'away'): Outcome {
  const players = room.players
    .filter((player) => player.id !== playerId)
    .map((player) => ({ ...player, votesAgainst: player.votesAgainst.filter((voter) => voter !== playerId) }))
  const hostId = room.hostId === playerId ? null : room.hostId
  const removed = { type: 'player:removed', playerId, reason } as const
  return viewChanged(withHost(missNoLonger({ ...room, players, hostId }, playerId)), removed)
}

/** [R4] A room without a host takes the one who has been present longest, players before spectators. */
function withHost(room: Room): Room {
  if (room.hostId !== null) return room
  const next = presentPlayers(room)[0] ?? room.players.find(({ lostAt }) => lostAt === null)
  return { ...room, hostId: next?.id ?? null }
}

/** [R2] Two players of one name are told apart by a number. */
function freeLabel(others: readonly Player[], name: string): string {
  const taken = new Set(others.map(({ label }) => label))
  let label = name
  for (let number = 2; taken.has(label); number++) label = `${name} ${number}`
  return label
}

export function takenColours(room: Room): ReadonlySet<Colour> {
  return new Set(room.players.filter(({ isSpectator }) => !isSpectator).map(({ colour }) => colour))
}

/** @returns the wanted ink, or the next that nobody plays with */
export function freeColour(taken: ReadonlySet<Colour>, wanted: Colour): Colour {
  // All hues before one comes again in another shape.
  for (let dozen = 0; dozen < settings.maxPlayers; dozen += hueCount) {
    for (let step = 0; step < hueCount; step++) {
      const colour = dozen + ((wanted + step) % hueCount)
      if (colour < settings.maxPlayers && !taken.has(colour)) return colour
    }
  }
  return wanted
}
