import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import {
  defaultRoomSettings,
  type GhostKind,
  nobody,
  type PlayerId,
  type RoomSettings,
} from '#game/protocol/scalars'
import type { Acknowledgement } from '#game/protocol/socket-events'
import type { Command, CommandOf } from '#game/room/command'
import { nearestRooms } from '#game/room/nearest-rooms'
import { settings } from '#game/settings'
import { isNameForStrangers } from '#server/auth/names'
import { networkMark } from '#server/edge/http/client-address'
import type { Clock } from '#server/host/clock'
import type { Classifier } from '#server/judge/classifier'
import type { CommandSender } from '#server/rooms/inbox'
import type { DailyTries, ModerationStore, QuickPlay } from '#server/rooms/ports'
import type { RoomRunner } from '#server/rooms/room-runner'
import type { Rooms } from '#server/rooms/rooms'
import { createStartDaily } from '#server/rooms/start-daily'
import { startAgainst, startNext } from '#server/rooms/start-next'
import type { CodeTries } from './code-tries'
import { isDisconnected, type PlayerConnection } from './connection'
import { createJoinByCode } from './join-by-code'
import type { ParsedInk, ParsedRequest } from './parse'
import { createPublicGate } from './public-gate'
import type { RateLimits } from './rate-limits'
import { createReport } from './report'
import type { Seats } from './seats'

export type DispatchParts = {
  readonly rooms: Rooms
  readonly seats: Seats
  readonly classifier: Classifier
  readonly clock: Clock
  readonly dailyTries: DailyTries
  readonly moderation: ModerationStore
  readonly quickPlay: QuickPlay
  readonly log: Logger
  readonly rateLimits: RateLimits
  readonly codeTries: CodeTries
  /** Key of the HMAC that hides addresses. */
  readonly secret: string
  /** Sends a connection the view of its room, once it keeps up. */
  readonly show: (connection: PlayerConnection) => void
}

/** Routes each parsed message to the room it is meant for. */
export function createDispatch(parts: DispatchParts) {
  const { rooms, seats, classifier, clock, quickPlay, rateLimits, codeTries, show, secret } = parts
  const startDaily = createStartDaily(parts)
  const refuseInPublic = createPublicGate(parts)
  const report = createReport(parts)
  const joinByCode = createJoinByCode({ ...parts, refuseInPublic, join })

  function join(connection: PlayerConnection, runner: RoomRunner, isSpectator: boolean): Acknowledgement {
    const { id: playerId, name, colour } = connection.guest
    const { code } = runner.room
    const refusal = runner.submit({
      type: 'player:join',
      ...{ playerId, name, colour, isSpectator },
      network: networkMark(secret, code, connection.address),
    })
    if (refusal) return { ok: false, refusal }
    if (connection.code !== code) leave(connection)
    seats.take(connection, code)
    return { ok: true, code, you: playerId }
  }

  function leave(connection: PlayerConnection): Refusal | undefined {
    return submit(connection, { type: 'player:leave', playerId: connection.guest.id })
  }

  function submit(connection: PlayerConnection, command: Command): Refusal | undefined {
    const runner = connection.code !== null && rooms.find(connection.code)
    return runner ? runner.submit(command) : 'not-seated'
  }

  async function create(
    connection: PlayerConnection,
    open: () => RoomRunner | null,
  ): Promise<Acknowledgement> {
    if (!rateLimits.rooms.allows(connection.address)) return refused('too-many-from-here')
    if (isDisconnected(connection)) return refused('not-seated')
    const { refusal } = rooms
    const runner = refusal ? null : open()
    return runner ? join(connection, runner, false) : refused(refusal ?? 'server-full')
  }

  async function start(connection: PlayerConnection): Promise<Refusal | undefined> {
    const { code, guest } = connection
    const runner = code !== null && rooms.find(code)
    if (!runner) return 'not-seated'
    if (runner.room.isDaily) return startDaily(runner, guest)
    return startNext(parts, runner, guest.id, true)
  }

  /** A room becomes public only with names that strangers may read. */
  async function changeSettings(
    connection: PlayerConnection,
    changed: RoomSettings,
  ): Promise<Refusal | undefined> {
    const refusal = await refuseInPublic(connection.guest, changed)
    if (refusal) return refusal
    const { players = [] } = (connection.code !== null && rooms.find(connection.code)?.room) || {}
    if (changed.isPublic && !players.every(({ name }) => isNameForStrangers(name))) return 'private-names'
    return submit(connection, { type: 'settings:change', playerId: connection.guest.id, settings: changed })
  }

  /** [R25] A seat in the public room that is nearest by rating, or in a new one. */
  async function quick(connection: PlayerConnection): Promise<Acknowledgement> {
    const settings = { ...defaultRoomSettings, isPublic: true }
    const refusal = await refuseInPublic(connection.guest, settings)
    if (refusal) return refused(refusal)
    if (isDisconnected(connection)) return refused('not-seated')
    const candidates = await orderRooms(connection.guest.id)
    if (isDisconnected(connection)) return refused('not-seated')
    for (const runner of candidates) {
      const joined = join(connection, runner, false)
      if (joined.ok) return joined
    }
    return create(connection, () => rooms.create(settings))
  }

  /** By the number of their players alone, where ratings cannot be had. */
  async function orderRooms(playerId: PlayerId): Promise<RoomRunner[]> {
    const open = rooms.listPublic()
    const others = open.flatMap(({ room }) => room.players.map(({ id }) => id))
    if (others.length === 0) return open
    const ratings = await quickPlay
      .findRatings([playerId, ...others])
      .catch(() => new Map<PlayerId, number>())
    const ratingOf = (id: PlayerId) => ratings.get(id) ?? settings.usualRating
    return nearestRooms(rooms.listPublic(), ratingOf(playerId), ratingOf)
  }

  /** [R25] A room of one's own against a stored game, which begins at once. */
  async function raceGhosts(connection: PlayerConnection, kind: GhostKind): Promise<Acknowledgement> {
    if (!rateLimits.rooms.allows(connection.address)) return refused('too-many-from-here')
    const { guest } = connection
    const search = { kind, playerId: guest.id, settings: defaultRoomSettings, judge: classifier.judge }
    const found = await quickPlay
      .findGhosts({ ...search, at: new Date(clock.now()) })
      .catch(() => 'database-away' as const)
    if (isDisconnected(connection)) return refused('not-seated')
    if (found === 'database-away') return refused(found)
    const refusal = found ? rooms.refusal : 'no-ghosts'
    const runner = found && !refusal ? rooms.create(found.settings) : null
    if (!found || !runner) return refused(refusal ?? 'server-full')
    const joined = join(connection, runner, false)
    if (joined.ok) startAgainst(parts, runner, guest.id, found)
    return joined
  }

  /** [V3] A TV watches a room, and may do nothing else. */
  async function serveTv(connection: PlayerConnection, request: ParsedRequest): Promise<Acknowledgement> {
    if (request.name === 'room:resync') return answer(resync(connection))
    if (request.name !== 'room:watch') return refused('not-seated')
    const { code } = request.message
    if (connection.code !== code && !codeTries.mayTry(connection.address))
      return refused('too-many-from-here')
    const room = rooms.find(code)?.room
    // [R13] Nobody may see the digits of a ranked try before its player.
    if (!room || room.isDaily) {
      codeTries.missed(connection.address, code)
      return refused('no-such-room')
    }
    if (connection.code !== code && seats.tvs(code).length >= settings.maxTvs) return refused('enough-tvs')
    seats.take(connection, code)
    show(connection)
    return { ok: true, code }
  }

  function resync(connection: PlayerConnection): Refusal | undefined {
    if (connection.code === null) return 'not-seated'
    show(connection)
    return undefined
  }

  /** The only message that comes many times a second is met without a promise. */
  function addInk(connection: PlayerConnection, ink: ParsedInk, sender: CommandSender): void {
    const { guest, lagMs, code } = connection
    const runner = guest.id !== nobody && code !== null && rooms.find(code)
    if (runner) runner.addInk(inkCommand(guest.id, lagMs, ink), sender)
    else sender.refused('not-seated')
  }

  /** The same for a client that waits for the answer. */
  function askInk(connection: PlayerConnection, ink: ParsedInk): Acknowledgement {
    const { guest, lagMs } = connection
    if (guest.id === nobody) return refused('not-seated')
    return answer(submit(connection, inkCommand(guest.id, lagMs, ink)))
  }

  async function request(connection: PlayerConnection, request: ParsedRequest): Promise<Acknowledgement> {
    const playerId = connection.guest.id
    if (playerId === nobody) return serveTv(connection, request)
    switch (request.name) {
      case 'room:create': {
        const refusal = await refuseInPublic(connection.guest, request.message.settings)
        if (refusal) return refused(refusal)
        return create(connection, () => rooms.create(request.message.settings))
      }
      case 'room:daily':
        return create(connection, () => rooms.createDaily())
      case 'room:quick':
        return quick(connection)
      case 'room:ghosts':
        return raceGhosts(connection, request.message.kind)
      case 'room:join':
        return joinByCode(connection, request.message)
      case 'room:watch':
        return refused('not-now')
      case 'room:leave':
        return answer(leave(connection))
      case 'room:resync':
        return answer(resync(connection))
      case 'player:kick':
        return answer(submit(connection, { type: 'player:kick', playerId, target: request.message.playerId }))
      case 'player:vote':
        return answer(submit(connection, { type: 'player:vote', playerId, target: request.message.playerId }))
      case 'game:start':
        return answer(await start(connection))
      case 'player:report':
        return answer(await report(connection, request.message))
      case 'settings:change':
        return answer(await changeSettings(connection, request.message.settings))
      case 'emote:send':
      case 'lobby:open':
      case 'rematch:ask':
      case 'round:ready':
      case 'round:end':
      case 'vote:cast':
      case 'pen:pass':
        return answer(submit(connection, { type: request.name, playerId, ...request.message } as Command))
    }
  }
  return { addInk, askInk, request }
}

export type Dispatch = ReturnType<typeof createDispatch>

function inkCommand(playerId: PlayerId, lagMs: number, ink: ParsedInk): CommandOf<'ink:add'> {
  const { round, drawing, from, ops, isByKeyboard } = ink
  return { type: 'ink:add', playerId, round, drawing, from, ops, isByKeyboard, lagMs }
}

function answer(refusal: Refusal | undefined): Acknowledgement {
  return refusal ? refused(refusal) : { ok: true }
}

function refused(refusal: Refusal): Acknowledgement {
  return { ok: false, refusal }
}
