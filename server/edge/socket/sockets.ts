import type { Server as HttpServer } from 'node:http'
import type { Logger } from 'pino'
import { type DefaultEventsMap, Server } from 'socket.io'
import type { Refusal } from '#game/protocol/refusal'
import type { PlayerId } from '#game/protocol/scalars'
import type { ClientToServer, ServerToClient } from '#game/protocol/socket-events'
import { settings } from '#game/settings'
import type { Abuse } from '#server/edge/abuse'
import { sourceOf } from '#server/edge/http/client-address'
import type { TrustProxy } from '#server/edge/http/trust-proxy'
import type { Limits } from '#server/edge/limits'
import type { Metrics } from '#server/edge/operations/metrics'
import type { Clock } from '#server/host/clock'
import type { Classifier } from '#server/judge/classifier'
import type { Audience } from '#server/rooms/audience'
import type { DailyTries } from '#server/rooms/daily-tries'
import type { PlayerRegister } from '#server/rooms/player-register'
import type { Rooms } from '#server/rooms/rooms'
import { createAdmission } from './admission'
import { createCodeTries } from './code-tries'
import type { Connection, GameSocket, SocketData } from './connection'
import { createDispatch } from './dispatch'
import { createFlowControl } from './flow-control'
import { greet } from './handshake'
import { probeLag } from './lag'
import { createRateLimits } from './rate-limits'
import { createReceive } from './receive'
import { createSeats } from './seats'
import { terminate } from './terminate'
import { boundedWebSocketServer } from './websocket-server'

export type SocketParts = {
  readonly clock: Clock
  readonly dailyTries: DailyTries
  readonly register: PlayerRegister
  readonly classifier: Classifier
  readonly metrics: Pick<Metrics, 'refused'>
  readonly abuse: Abuse
  readonly log: Logger
  readonly limits: Limits
  /** What guest cookies are sealed with. */
  readonly secret: string
  readonly publicUrl?: string
  readonly trustProxy: TrustProxy
}

export type Sockets = {
  readonly audience: Audience
  /** The transport of each open connection: websocket or polling. */
  transports(): Iterable<string>
  /** Lets players in. Until then nobody is. */
  open(rooms: Rooms): void
  /** Ends the connections of these players; who comes again has to say anew who they are. */
  dismiss(isGone: (playerId: PlayerId) => boolean): void
  /** Tells everybody and closes all connections, once those by polling have had a moment to fetch it. */
  close(): Promise<void>
}

/** The edge between connections and rooms, on the server that pages come from. */
export function attachSockets(httpServer: HttpServer, parts: SocketParts): Sockets {
  const { abuse, clock, limits, register, secret, publicUrl, trustProxy } = parts
  const rateLimits = createRateLimits(limits)
  const seats = createSeats()
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

  const audience: Audience = {
    progress(code, message) {
      for (const connection of seats.in(code)) flow.check(connection)
      io.local.to(code).emit('drawing:progressed', message)
    },
    view(code, playerId, view) {
      const connection = seats.at(code, playerId)
      if (connection && keepsUp(connection)) connection.socket.emit('room:view', view)
    },
    show(code, viewOfNobody) {
      const watching = seats.tvs(code).filter(keepsUp)
      if (watching.length === 0) return
      const view = viewOfNobody()
      for (const { socket } of watching) socket.emit('room:view', view)
    },
    emote(code, playerId, emote) {
      io.local.to(code).emit('emote:sent', { playerId, emote })
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

  const flow = createFlowControl(
    clock,
    limits,
    ({ address, code, guest }) => abuse.terminated('behind', address, { code, player: guest.id }),
    show,
  )

  function keepsUp(connection: Connection): boolean {
    flow.check(connection)
    return connection.behindSince === null
  }

  function show(connection: Connection): void {
    const { code, guest, socket } = connection
    const runner = code === null ? undefined : rooms?.find(code)
    if (runner && keepsUp(connection)) socket.emit('room:view', runner.view(guest.id))
  }

  async function letIn(socket: GameSocket): Promise<Refusal | null> {
    // One connection may hang up its socket and ask for another as often as it likes.
    if (!admission.about(socket).limits.allowMessage()) return 'too-often'
    const guest = await greet(socket, secret, register)
    if (typeof guest === 'string') return guest
    socket.data.guest = guest
    return null
  }

  io.use((socket, next) => {
    letIn(socket).then((refusal) => {
      if (refusal) parts.metrics.refused(refusal)
      next(refusal ? new Error(refusal) : undefined)
    }, next)
  })

  function welcome(socket: GameSocket, opened: Rooms, receive: ReturnType<typeof createReceive>): void {
    const { guest } = socket.data
    const about = admission.about(socket)
    const connection: Connection = { socket, guest, ...about, code: null, behindSince: null, lagMs: 0 }
    let seatedAt = clock.now()
    const stopProbing = probeLag(connection, clock, limits.lagProbeMs, () => {
      flow.patrol(connection)
      if (connection.code !== null) seatedAt = clock.now()
      if (clock.now() - seatedAt <= limits.seatlessMs) return
      abuse.terminated('seatless', about.address, { player: guest.id })
      terminate(socket.conn)
    })
    socket.onAny((name: string, ...args: unknown[]) => receive(connection, name, args))
    socket.on('disconnect', () => {
      stopProbing()
      const runner = connection.code === null ? undefined : opened.find(connection.code)
      seats.release(connection)
      runner?.submit({ type: 'player:disconnect', playerId: guest.id })
    })
  }

  return {
    audience,
    transports: () => Object.values(engineClients(io)).map(({ transport }) => transport.name),
    open(opened) {
      rooms = opened
      const codeTries = createCodeTries(clock, limits, seats.isTakenFrom)
      const dispatch = createDispatch({ ...parts, rooms: opened, seats, rateLimits, codeTries, show })
      const receive = createReceive({ ...parts, dispatch })
      io.on('connection', (socket) => welcome(socket, opened, receive))
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

/** What engine.io holds but does not declare in the type that socket.io gives it. */
function engineClients({
  engine,
}: Server): Record<string, { readonly transport: { readonly name: string } }> {
  return (engine as unknown as { clients: Record<string, { transport: { name: string } }> }).clients
}
