import type { Server as HttpServer } from 'node:http'
import type { Logger } from 'pino'
import { type DefaultEventsMap, Server } from 'socket.io'
import type { Refusal } from '#game/protocol/refusal'
import type { PlayerId, RoomCode } from '#game/protocol/scalars'
import type { ClientToServer, ServerToClient } from '#game/protocol/socket-events'
import type { Audience } from '#game/room/covered'
import { heldPlayers } from '#game/room/view'
import { settings } from '#game/settings'
import type { Abuse } from '#server/edge/abuse'
import { sourceOf } from '#server/edge/http/client-address'
import type { TrustProxy } from '#server/edge/http/trust-proxy'
import type { Limits } from '#server/edge/limits'
import type { Metrics } from '#server/edge/operations/metrics'
import type { Clock } from '#server/host/clock'
import type { Classifier } from '#server/judge/classifier'
import type { Broadcaster, DailyTries, ModerationStore, QuickPlay } from '#server/rooms/ports'
import type { Rooms } from '#server/rooms/rooms'
import { createAdmission } from './admission'
import { createBackpressure } from './backpressure'
import { broadcastEvent } from './broadcast'
import { createCodeTries } from './code-tries'
import type { GameSocket, PlayerConnection, SocketData } from './connection'
import { boundedWebSocketServer } from './connection-limits'
import { createDispatch } from './dispatch'
import { findRoom } from './find-room'
import { authenticate } from './handshake'
import { probeLag } from './lag'
import { createRateLimits } from './rate-limits'
import { createReceive } from './receive'
import { createSeats } from './seats'
import { terminate } from './terminate'

export type SocketParts = {
  readonly clock: Clock
  readonly dailyTries: DailyTries
  readonly moderation: ModerationStore
  readonly quickPlay: QuickPlay
  readonly classifier: Classifier
  readonly metrics: Pick<Metrics, 'refused'>
  readonly abuse: Abuse
  readonly log: Logger
  readonly limits: Limits
  /** The key that guest cookies are sealed with. */
  readonly secret: string
  readonly publicUrl?: string
  readonly trustProxy: TrustProxy
}

export type Sockets = {
  readonly broadcaster: Broadcaster
  /** The transport of each open connection: websocket or polling. */
  transports(): Iterable<string>
  /** [P7] @returns why who has no seat yet would be told of no room; null where there is one, whoever it lets in */
  refusalOfRoom(
    address: string,
    code: RoomCode,
  ): 'no-such-room' | 'too-many-from-here' | 'server-closing' | null
  /** Starts to accept connections; until then they are refused. */
  open(rooms: Rooms): void
  /** Disconnects these players; they have to authenticate again. */
  dismiss(isGone: (playerId: PlayerId) => boolean): void
  /** Tells all clients, waits a moment for those by long polling, and closes all connections. */
  close(): Promise<void>
}

/** Attaches socket.io to the HTTP server that serves the pages, and connects it to the rooms. */
export function attachSockets(httpServer: HttpServer, parts: SocketParts): Sockets {
  const { abuse, clock, limits, moderation, secret, publicUrl, trustProxy } = parts
  const rateLimits = createRateLimits(clock, limits)
  const seats = createSeats()
  const codeTries = createCodeTries(clock, limits, seats.isTakenFrom)
  let rooms: Rooms | null = null

  const admission = createAdmission({
    ...{ abuse, clock, limits, metrics: parts.metrics },
    isOpen: () => rooms !== null,
    sourceOf: (request) => sourceOf(request, trustProxy),
    ...(publicUrl && { publicUrl }),
  })

  const io = new Server<ClientToServer, ServerToClient, DefaultEventsMap, SocketData>(httpServer, {
    transports: ['websocket', 'polling'],
    allowUpgrades: false,
    serveClient: false,
    destroyUpgrade: false,
    maxHttpBufferSize: settings.maxMessageBytes,
    perMessageDeflate: false,
    wsEngine: boundedWebSocketServer(limits),
    httpCompression: false,
    pingInterval: 10_000,
    pingTimeout: 10_000,
    connectTimeout: 10_000,
    allowRequest(request, decide) {
      const refusal = admission.mayConnect(request)
      decide(refusal, refusal === null)
    },
  })
  admission.guard(io)

  const broadcaster: Broadcaster = {
    progress(code, message) {
      broadcastEvent([...seats.in(code)].filter(keepsUp), 'drawing:progressed', message)
    },
    view(code, view) {
      for (const connection of seats.in(code)) backpressure.check(connection)
      io.local.to(code).emit('room:view', view)
    },
    progressEach(code, messages) {
      sendEach(code, messages, ({ socket }, message) => socket.emit('drawing:progressed', message))
    },
    viewEach(code, views) {
      sendEach(code, views, ({ socket }, view) => socket.emit('room:view', view))
    },
    resultHeld(code, playerId, gameId) {
      seats.at(code, playerId)?.socket.emit('result:held', { gameId })
    },
    emote(code, playerId, emote) {
      io.local.to(code).emit('emote:sent', { playerId, emote })
    },
    ready(code, message) {
      io.local.to(code).emit('ready:said', message)
    },
    vote(code, playerId, message) {
      seats.at(code, playerId)?.socket.emit('vote:counted', message)
    },
    voters(code, message) {
      io.local.to(code).emit('voters:counted', message)
    },
    remove(code, playerId, reason) {
      const connection = seats.at(code, playerId)
      if (!connection) return
      seats.release(connection)
      connection.socket.emit('seat:removed', { reason })
    },
    close(code) {
      for (const connection of seats.tvs(code)) {
        seats.release(connection)
        connection.socket.emit('seat:removed', { reason: 'closed' })
      }
    },
  }

  /** [R33] */
  function sendEach<Sent>(
    code: RoomCode,
    { all, own }: Audience<Sent>,
    send: (connection: PlayerConnection, sent: Sent) => void,
  ): void {
    for (const connection of seats.in(code)) {
      const { id } = connection.guest
      const sent = own.has(id) ? own.get(id) : all
      if (sent && keepsUp(connection)) send(connection, sent)
    }
  }

  const backpressure = createBackpressure(
    clock,
    limits,
    ({ address, code, guest }) => abuse.terminated('behind', address, { code, player: guest.id }),
    show,
  )

  function keepsUp(connection: PlayerConnection): boolean {
    backpressure.check(connection)
    return connection.behindSince === null
  }

  function show(connection: PlayerConnection): void {
    const { code, guest, socket } = connection
    const runner = code === null ? undefined : rooms?.find(code)
    if (!runner || !keepsUp(connection)) return
    socket.emit('room:view', runner.view(guest.id))
    const { room } = runner
    if (room.game && heldPlayers(room).includes(guest.id))
      socket.emit('result:held', { gameId: room.game.id })
  }

  async function middleware(socket: GameSocket): Promise<Refusal | null> {
    // A client may reconnect its socket on one transport as often as it likes, so that counts as a message.
    if (!admission.about(socket).limits.allowMessage()) return 'too-often'
    const guest = await authenticate(socket, secret, moderation)
    if (typeof guest === 'string') return guest
    socket.data.guest = guest
    return null
  }

  io.use((socket, next) => {
    middleware(socket).then((refusal) => {
      if (refusal) parts.metrics.refused(refusal)
      next(refusal ? new Error(refusal) : undefined)
    }, next)
  })

  function onConnection(socket: GameSocket, opened: Rooms, receive: ReturnType<typeof createReceive>): void {
    const { guest } = socket.data
    const { interceptFrames, ...about } = admission.about(socket)
    const connection: PlayerConnection = { socket, guest, ...about, code: null, behindSince: null, lagMs: 0 }
    let seatedAt = clock.now()
    const stopProbing = probeLag(connection, clock, limits.lagProbeMs, () => {
      backpressure.enforceLimits(connection)
      if (connection.code !== null) seatedAt = clock.now()
      if (clock.now() - seatedAt <= limits.seatlessMs) return
      abuse.terminated('seatless', about.address, { player: guest.id })
      terminate(socket.conn)
    })
    const receiver = receive(connection)
    socket.onAny((name: string, ...args: unknown[]) => receiver.message(name, args))
    interceptFrames(receiver.ink)
    socket.on('disconnect', () => {
      stopProbing()
      const runner = connection.code === null ? undefined : opened.find(connection.code)
      seats.release(connection)
      runner?.submit({ type: 'player:disconnect', playerId: guest.id })
    })
  }

  return {
    broadcaster,
    transports: () => Object.values(engineClients(io)).map(({ transport }) => transport.name),
    refusalOfRoom(address, code) {
      if (!rooms) return 'server-closing'
      const found = findRoom({ rooms, codeTries }, address, code)
      return typeof found === 'string' ? found : null
    },
    open(opened) {
      rooms = opened
      const dispatch = createDispatch({ ...parts, rooms: opened, seats, rateLimits, codeTries, show })
      const receive = createReceive({ ...parts, dispatch })
      io.on('connection', (socket) => onConnection(socket, opened, receive))
    },
    dismiss(isGone) {
      for (const socket of io.of('/').sockets.values())
        if (isGone(socket.data.guest.id)) socket.disconnect(true)
    },
    async close() {
      rooms = null
      io.local.emit('server:closing', {})
      io.local.disconnectSockets(true)
      await admission.allGone(limits.goodbyeMs)
      io.engine.close()
    },
  }
}

/** A field of engine.io that the types of socket.io do not declare. */
function engineClients({
  engine,
}: Server): Record<string, { readonly transport: { readonly name: string } }> {
  return (engine as unknown as { clients: Record<string, { transport: { name: string } }> }).clients
}
