import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import type { ClientMessageInput, ClientMessageName } from '#game/protocol/client-messages'
import type { RoomView, ServerMessage } from '#game/protocol/server-messages'
import type { Acknowledgement, ClientToServer, ServerToClient } from '#game/protocol/socket-events'
import { protocolVersion } from '#game/protocol/version'
import { type App, type Components, createApp } from '#server/app'
import { type Guest, guestCookie, sealGuest } from '#server/auth/guest'
import { createHttpServer } from '#server/edge/http/http-server'
import { limits } from '#server/edge/limits'
import { createMemoryDailyTries } from './fakes/memory-daily-tries'
import { createMemoryJournal } from './fakes/memory-journal'
import { createMemoryModerationStore } from './fakes/memory-moderation-store'
import { createMemoryQuickPlay } from './fakes/memory-quick-play'
import { createMemoryRecordWriter } from './fakes/memory-record-writer'
import { createManualClock } from './manual-clock'
import { createScriptedClassifier } from './scripted-classifier'

export const testSecret = 'a secret that only tests know, 32 letters or more'

/** The real app on a free port, with a manual clock, a scripted judge, and the records in memory. */
export async function startGameServer(overrides: Partial<Components> = {}) {
  const clock = createManualClock()
  const classifier = createScriptedClassifier(() => 7)
  const records = createMemoryRecordWriter()
  const httpServer = createHttpServer(overrides.limits ?? limits)
  const app: App = await createApp(httpServer, {
    clock,
    classifier,
    journal: createMemoryJournal(),
    recordWriter: records,
    dailyTries: createMemoryDailyTries(),
    moderation: createMemoryModerationStore(),
    quickPlay: createMemoryQuickPlay(),
    pages: { answer: (_request, response) => void response.end('a page') },
    log: pino({ level: 'silent' }),
    modelsFolder: 'models',
    secret: testSecret,
    ...overrides,
  })
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  const { port } = httpServer.address() as AddressInfo
  return {
    app,
    clock,
    classifier,
    rounds: records.rounds,
    games: records.games,
    httpServer,
    url: `http://127.0.0.1:${port}`,
    async close() {
      await app.close()
      const closed = new Promise((resolve) => httpServer.close(resolve))
      // Also of those just opened, which nothing was asked on yet.
      httpServer.closeAllConnections()
      await closed
    },
  }
}

export function guestNamed(name: string): Guest {
  return { id: crypto.randomUUID(), name, colour: 0 }
}

type ClientSocket = Socket<ServerToClient, ClientToServer>

export type TransportName = 'websocket' | 'polling'

let transport: TransportName = 'websocket'

/** From now on the players of this test file connect in this way. */
export function connectBy(name: TransportName): void {
  transport = name
}

/** A player's client: it knows the newest view and all progress, and sends messages. */
export type TestPlayer = {
  readonly guest: Guest
  readonly socket: ClientSocket
  readonly view: RoomView
  readonly progress: readonly ServerMessage<'drawing:progressed'>[]
  ask<Name extends ClientMessageName>(name: Name, message: ClientMessageInput<Name>): Promise<Acknowledgement>
  /** Resolves with the first view, now or later, of which this is true. */
  sees(isSeen: (view: RoomView) => boolean): Promise<RoomView>
  /** Resolves once a change of this kind has been told. */
  hears(type: ServerMessage<'drawing:progressed'>['changes'][number]['type']): Promise<void>
  leaveAbruptly(): void
}

/**
 * @param auth what the browser says of itself in the handshake
 * @param forwardedFor the address that a proxy in front would forward
 */
export async function openSocket(
  url: string,
  guest: Guest | null,
  auth: object = { protocolVersion },
  forwardedFor?: string,
): Promise<ClientSocket> {
  const cookie = guest ? `${guestCookie}=${await sealGuest(guest, testSecret)}` : ''
  return io(url, {
    transports: [transport],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders: { cookie, ...(forwardedFor && { 'x-forwarded-for': forwardedFor }) },
  })
}

/** @param guest null for a TV, which says by `auth` what it is */
export async function connectPlayer(
  url: string,
  guest: Guest | null,
  auth?: object,
  forwardedFor?: string,
): Promise<TestPlayer> {
  const socket = await openSocket(url, guest, auth, forwardedFor)
  const waiting = new Set<() => void>()
  const progress: ServerMessage<'drawing:progressed'>[] = []
  let view: RoomView | null = null
  const tell = () => {
    for (const check of waiting) check()
  }
  socket.on('lag:probe', (answer) => answer())
  socket.on('room:view', (newest) => {
    view = newest
    tell()
  })
  socket.on('drawing:progressed', (message) => {
    progress.push(message)
    tell()
  })
  function until<T>(find: () => T | undefined): Promise<T> {
    return new Promise((resolve) => {
      const check = () => {
        const found = find()
        if (found === undefined) return
        waiting.delete(check)
        resolve(found)
      }
      waiting.add(check)
      check()
    })
  }
  await new Promise<void>((resolve, reject) => {
    socket.on('connect', resolve)
    socket.on('connect_error', reject)
  })
  return {
    guest: guest ?? guestNamed('TV'),
    socket,
    progress,
    get view() {
      if (!view) throw new Error(`${guest?.name ?? 'the TV'} has seen no room yet`)
      return view
    },
    ask: (name, message) =>
      new Promise((resolve) => {
        ;(socket as Socket).emit(name, message, resolve)
      }),
    sees: (isSeen) => until(() => (view && isSeen(view) ? view : undefined)),
    hears: (type) =>
      until(
        () => progress.some(({ changes }) => changes.some((each) => each.type === type)) || undefined,
      ).then(() => {}),
    leaveAbruptly: () => void socket.disconnect(),
  }
}
