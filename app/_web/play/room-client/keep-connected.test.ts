import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createStore } from 'zustand/vanilla'
import type { Refusal } from '#game/protocol/refusal'
import type { Acknowledgement } from '#game/protocol/socket-events'
import { keepConnected } from './connection'
import type { ClientSocket } from './requests'
import { newRoomState, type RoomState } from './room-state'
import type { RoomTarget } from './room-target'
import { ann } from './testing/views'

const code = 'CDFGH'
const retryMs = 1_500

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

/** A socket whose events come when a test says so. */
function open(target: RoomTarget = { name: 'code', code }, state: Partial<RoomState> = {}) {
  const listeners = new Map<string, (payload: never) => void>()
  const calls: string[] = []
  const socket = {
    id: 'first' as string | undefined,
    /** Whether socket.io tries again by itself. */
    active: false,
    on: (name: string, listener: (payload: never) => void) => void listeners.set(name, listener),
    connect: () => void calls.push('connect'),
    disconnect: () => void calls.push('disconnect'),
  }
  const asked: { name: string; message: unknown; answer: (it: Acknowledgement) => void }[] = []
  const heard: string[] = []
  const store = createStore<RoomState>(() => ({ ...newRoomState, ...state }))
  const connection = keepConnected({
    socket: socket as unknown as ClientSocket,
    store,
    request: (name, message) => new Promise((answer) => asked.push({ name, message, answer })),
    target,
    attendance: { isSpectator: false },
    onCode: (made) => void heard.push(made),
    onJoined: () => void heard.push('joined'),
  })
  const hears = (name: string, payload: unknown = undefined) => listeners.get(name)?.(payload as never)
  const answers = async (answer: Acknowledgement) => {
    asked.at(-1)?.answer(answer)
    for (let turn = 0; turn < 5; turn++) await Promise.resolve()
  }
  const refuses = (refusal: Refusal) => answers({ ok: false, refusal })
  const now = () => store.getState()
  return { socket, calls, asked, heard, store, connection, hears, answers, refuses, now }
}

const ok = { ok: true, code, you: ann } as const
const joinsOf = ({ asked }: ReturnType<typeof open>) => asked.filter(({ name }) => name.startsWith('room:'))

test('client connection: who is let in is connected, sends what waits, and knows who they are', async () => {
  const room = open()
  room.hears('connect')
  expect(room.now()).toMatchObject({ line: { isOpen: true }, isClockStale: true })
  await room.answers(ok)
  expect(room.now()).toMatchObject({ connection: { name: 'connected' }, you: ann, line: { reason: null } })
  expect(room.heard).toEqual(['joined'])
})

test('client connection: of two failures in a row comes one next try, and none where socket.io tries by itself', () => {
  const { hears, calls, socket } = open()
  hears('connect_error', new Error('xhr poll error'))
  vi.advanceTimersByTime(retryMs - 1)
  hears('connect_error', new Error('xhr poll error'))
  expect(vi.getTimerCount()).toBe(1)
  vi.advanceTimersByTime(retryMs - 1)
  expect(calls).toEqual([])
  vi.advanceTimersByTime(1)
  expect(calls).toEqual(['connect'])
  socket.active = true
  hears('connect_error', new Error('xhr poll error'))
  hears('disconnect')
  expect(vi.getTimerCount()).toBe(0)
})

test('client connection: a join that waits for its retry is not asked for twice, whether the line is lost or new', async () => {
  const room = open()
  room.hears('connect')
  await room.refuses('database-away')
  expect(room.now()).toMatchObject({
    connection: { name: 'reconnecting', isServerClosing: false },
    line: { reason: 'database-away' },
  })
  room.socket.active = true
  room.hears('disconnect')
  expect(vi.getTimerCount()).toBe(0)
  room.hears('connect')
  await room.refuses('database-away')
  room.hears('connect')
  expect(vi.getTimerCount()).toBe(0)
  expect(joinsOf(room)).toHaveLength(3)
})

test('client connection: a refusal for now is asked again after a while, and one for good ends the visit', async () => {
  const room = open()
  room.hears('connect')
  await room.refuses('server-closing')
  expect(room.now().connection).toEqual({ name: 'reconnecting', isServerClosing: true })
  vi.advanceTimersByTime(retryMs)
  await room.refuses('room-full')
  expect(room.now().connection).toEqual({ name: 'ended', ending: 'room-full' })
  expect([room.calls, joinsOf(room).length, vi.getTimerCount()]).toEqual([['disconnect'], 2, 0])
})

test('client connection: an answer to a connection that is gone counts for nothing', async () => {
  const room = open()
  room.hears('connect')
  room.socket.id = 'second'
  await room.answers(ok)
  expect(room.now().connection).toEqual({ name: 'connecting' })
  expect(room.heard).toEqual([])
})

test('client connection: what the network says in place of the server’s reason clears it, unless the server has said that it closes', () => {
  const { hears, now } = open()
  hears('connect_error', new Error('too-often'))
  expect(now().line.reason).toBe('too-often')
  hears('connect_error', new Error('timeout'))
  expect(now().line.reason).toBeNull()
  hears('server:closing')
  expect(now()).toMatchObject({ connection: { isServerClosing: true }, line: { reason: 'server-closing' } })
  hears('connect_error', new Error('timeout'))
  expect(now().line.reason).toBe('server-closing')
  hears('connect_error', new Error('too-often'))
  expect(now().line.reason).toBe('too-often')
})

test('client connection: a lost line is told once, and as that of a server that closes where it has said so', async () => {
  const { hears, answers, now } = open()
  hears('connect')
  hears('disconnect')
  expect(now()).toMatchObject({ connection: { name: 'connecting' }, line: { isOpen: false } })
  hears('connect')
  await answers(ok)
  hears('disconnect')
  expect(now().connection).toEqual({ name: 'reconnecting', isServerClosing: false })
  hears('server:closing')
  hears('disconnect')
  expect(now().connection).toEqual({ name: 'reconnecting', isServerClosing: true })
})

test('client connection: a room that was made has a code from then on, which is told once and joined again', async () => {
  const room = open({ name: 'new' })
  for (let times = 0; times < 2; times++) {
    room.hears('connect')
    await room.answers(ok)
  }
  expect(room.asked.map(({ name }) => name)).toEqual(['room:create', 'room:join'])
  expect(room.asked[1]?.message).toEqual({ code, isSpectator: false })
  expect(room.heard).toEqual(['joined', code, 'joined'])
})

test('client connection: a room to play in at once is started once', async () => {
  const room = open({ name: 'daily' }, { isStarting: true })
  room.hears('connect')
  await room.answers(ok)
  expect(room.asked.map(({ name }) => name)).toEqual(['room:daily', 'game:start'])
  await room.answers({ ok: true })
  expect(room.now().isStarting).toBe(false)
  room.hears('connect')
  await room.answers(ok)
  expect(room.asked.map(({ name }) => name)).toEqual(['room:daily', 'game:start', 'room:join'])
})

test.each(['seat:taken', 'seat:removed'])(
  'client connection: after %s nothing connects by itself, and who comes back joins',
  async (name) => {
    const room = open()
    room.hears('connect')
    await room.answers(ok)
    room.hears(name, { reason: 'kicked' })
    const ending = name === 'seat:taken' ? 'taken' : 'kicked'
    expect(room.now().connection).toEqual({ name: 'ended', ending })
    room.hears('disconnect')
    room.hears('connect_error', new Error('too-often'))
    room.connection.retry()
    expect([room.calls, vi.getTimerCount()]).toEqual([['disconnect'], 0])
    room.connection.rejoin()
    expect(room.now().connection).toEqual({ name: 'connecting' })
    expect(room.calls).toEqual(['disconnect', 'disconnect', 'connect'])
  },
)

test('client connection: who does not wait for the next try has it at once; what is closed tries nothing any more', () => {
  const { hears, calls, connection } = open()
  hears('connect_error', new Error('timeout'))
  connection.retry()
  expect(calls).toEqual(['disconnect', 'connect'])
  connection.close()
  connection.retry()
  hears('connect_error', new Error('timeout'))
  expect([calls, vi.getTimerCount()]).toEqual([['disconnect', 'connect', 'disconnect'], 0])
})
