import type { AddressInfo } from 'node:net'
import { pino } from 'pino'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'
import type { Day, DaySecret } from '#game/prompts/daily'
import type { ClientMessageInput, ClientMessageName } from '#game/protocol/client-messages'
import type { RoomView, ServerMessage } from '#game/protocol/server-messages'
import type { Acknowledgement, ClientToServer, ServerToClient } from '#game/protocol/socket-events'
import { protocolVersion } from '#game/protocol/version'
import type { GameRecord, RoundRecord } from '#game/records/record'
import { type App, type Components, createApp } from '#server/app'
import { type Guest, guestCookie, sealGuest } from '#server/auth/guest'
import { createHttpServer } from '#server/edge/http/http-server'
import { limits } from '#server/edge/limits'
import type { DailyTries } from '#server/rooms/daily-tries'
import type { Journal } from '#server/rooms/journal'
import { commandToLine, parseLog, snapshotToLine } from '#server/rooms/journal-format'
import { createHandWoundClock } from './hand-wound-clock'
import { createScriptedClassifier } from './scripted-classifier'

export const testSecret = 'a secret that only tests know, 32 letters or more'

type MemoryJournal = Journal & { readonly codes: string[]; readonly texts: ReadonlyMap<string, string> }

/**
 * A journal that a server and its successor can share. What was not flushed is lost, as in a crash.
 * @param left what a server that was killed has left
 */
export function createMemoryJournal(left?: MemoryJournal): MemoryJournal {
  const rooms = new Map<string, string>(left?.texts)
  return {
    texts: rooms,
    get codes() {
      return [...rooms.keys()]
    },
    open(code, present) {
      let waiting = ''
      let number = 0
      const flush = () => {
        rooms.set(code, (rooms.get(code) ?? '') + waiting)
        waiting = ''
      }
      const snapshot = () => {
        waiting = ''
        rooms.set(code, snapshotToLine(number, present()))
      }
      snapshot()
      return {
        append(command, at) {
          waiting += commandToLine(++number, { command, at })
        },
        flush,
        snapshot,
        hold() {},
        forget: () => rooms.delete(code),
        close: flush,
      }
    },
    async *readAll() {
      for (const [code, text] of [...rooms]) {
        const { generation, fault } = parseLog(text)
        if (!generation || fault !== null) throw new Error(`the log of ${code} cannot be read: ${fault}`)
        yield { code, generations: [generation] }
      }
    },
    unwritten: 0,
    settled: async () => {},
  }
}

/** What tests have as the secret of a day. */
export function secretOf(day: Day): DaySecret {
  return day.replaceAll('-', '').padStart(64, '0')
}

/** One try each a day, as long as the server runs. */
export function createMemoryTries(): DailyTries {
  const claims = new Map<string, string>()
  return {
    async claim({ day, gameId, player }) {
      const key = `${day} ${player.id}`
      if (!claims.has(key)) claims.set(key, gameId)
      return { isRanked: claims.get(key) === gameId, secret: secretOf(day) }
    },
    async release(gameId) {
      for (const [key, claimed] of claims) if (claimed === gameId) claims.delete(key)
    },
  }
}

/** The real app on a free port, with a clock that tests wind, a judge that tests script, and records that tests read. */
export async function startGameServer(overrides: Partial<Components> = {}) {
  const clock = createHandWoundClock()
  const classifier = createScriptedClassifier(() => 7)
  const rounds: RoundRecord[] = []
  const games: GameRecord[] = []
  const httpServer = createHttpServer(overrides.limits ?? limits)
  const app: App = await createApp(httpServer, {
    clock,
    classifier,
    journal: createMemoryJournal(),
    keeper: {
      depth: 0,
      keepRound: async (record) => void rounds.push(record),
      keepGame: async (record) => void games.push(record),
    },
    dailyTries: createMemoryTries(),
    register: { findRuling: async () => null, saveReport: async () => {} },
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
    rounds,
    games,
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

/** A player at their browser: knows the newest view and all progress since, and says things. */
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

/** @param auth what the browser says of itself in the handshake */
export async function openSocket(
  url: string,
  guest: Guest | null,
  auth: object = { protocolVersion },
): Promise<ClientSocket> {
  const cookie = guest ? `${guestCookie}=${await sealGuest(guest, testSecret)}` : ''
  return io(url, {
    transports: [transport],
    forceNew: true,
    reconnection: false,
    auth,
    extraHeaders: { cookie },
  })
}

/** @param guest null for a TV, which says by `auth` what it is */
export async function connectPlayer(url: string, guest: Guest | null, auth?: object): Promise<TestPlayer> {
  const socket = await openSocket(url, guest, auth)
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
