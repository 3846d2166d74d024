import { createServer } from 'node:http'
import { type AddressInfo, createServer as createNetServer } from 'node:net'
import { Server, type Socket } from 'socket.io'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Refusal } from '#game/protocol/refusal'
import { nobody } from '#game/protocol/scalars'
import type { Acknowledgement } from '#game/protocol/socket-events'
import { settings } from '#game/settings'
import { openRoom, type RoomClient } from './room-client'
import type { RoomTarget } from './room-target'
import { ann, ben, canvas, draw, lift, viewOf } from './testing/views'

/** A server of which each test says how it meets a message. */
type Met = {
  readonly by: Socket
  readonly name: string
  readonly message: unknown
  readonly answer: (it: Acknowledgement) => void
}
let meets: (met: Met) => void
let asked: Met[]
let io: Server
let url: string
let client: RoomClient | undefined

beforeEach(async () => {
  asked = []
  const http = createServer()
  io = new Server(http)
  io.on('connection', (by) => {
    by.onAny((name: string, message: unknown, answer?: Met['answer']) => {
      const met = { by, name, message, answer: answer ?? answerInk(by) }
      asked.push(met)
      meets(met)
    })
  })
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`
  // Waiting moves these timers on, and nothing else does.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(async () => {
  client?.close()
  vi.useRealTimers()
  await io.close()
})

function open(target: RoomTarget): RoomClient {
  client = openRoom({ target, isSpectator: false, onCode() {}, url })
  return client
}

const connection = () => client?.store.getState().connection

/** As a server answers who has not asked for an acknowledgement. */
function answerInk(by: Socket): Met['answer'] {
  return (it) => {
    if (!it.ok) by.emit('ink:refused', { refusal: it.refusal })
  }
}

/** Lets the connection work until this is so; no timer comes due by it. */
async function until(condition: () => boolean): Promise<void> {
  for (let turns = 0; !condition(); turns++) {
    if (turns > 20_000) throw new Error('it never came about')
    await new Promise(setImmediate)
  }
}

/** Long enough for any try that is still to come, and for the server to have heard of it. */
async function letTriesPass(): Promise<void> {
  vi.advanceTimersByTime(3_000)
  await client?.request('room:resync', {})
}

test('client: a connection lost during the join is retried once, and makes no second room', async () => {
  meets = ({ by, name, answer }) => {
    if (name === 'room:resync') answer({ ok: true })
    else if (asked.length === 1) by.conn.close()
  }
  open({ name: 'new' })
  await vi.waitUntil(() => asked.length === 2, 60_000)
  await letTriesPass()
  expect(asked.map(({ name }) => name)).toEqual(['room:create', 'room:create', 'room:resync'])
})

test('client: a visit that ends during the join stays ended', async () => {
  let isGone = false
  meets = ({ by }) => {
    by.on('disconnect', () => (isGone = true))
    by.emit('seat:taken')
  }
  open({ name: 'code', code: 'CDFGH' })
  await vi.waitUntil(() => isGone, 60_000)
  await letTriesPass()
  expect(connection()).toEqual({ name: 'ended', ending: 'taken' })
  expect(asked).toHaveLength(1)
})

test('client: a retry that is still due when the visit ends takes no seat back', async () => {
  meets = ({ by, name, answer }) => {
    if (asked.length === 1) return answer({ ok: true })
    if (name === 'room:join') by.emit('seat:taken')
  }
  const { rejoin } = open({ name: 'code', code: 'CDFGH' })
  await vi.waitUntil(() => connection()?.name === 'connected', 60_000)
  rejoin()
  await vi.waitUntil(() => connection()?.name === 'ended', 60_000)
  await letTriesPass()
  expect(connection()).toEqual({ name: 'ended', ending: 'taken' })
  expect(asked).toHaveLength(2)
})

test('[P6] client: a join while the server closes is explained as such', async () => {
  meets = ({ answer }) => answer({ ok: false, refusal: 'server-closing' })
  const { store } = open({ name: 'code', code: 'CDFGH' })
  await vi.waitUntil(() => connection()?.name === 'reconnecting', 60_000)
  expect(store.getState().line).toEqual({ isOpen: true, reason: 'server-closing' })
})

const ok: Acknowledgement = { ok: true, code: 'CDFGH', you: '00000000-0000-4000-8000-00000000000a' }

/** Ends the visit in one of the ways in which a server ends it. */
const endings: [what: string, end: (by: Socket) => void, ending: string][] = [
  ['another tab took the seat', (by) => void by.emit('seat:taken', {}), 'taken'],
  ['the host sent the player away', (by) => void by.emit('seat:removed', { reason: 'kicked' }), 'kicked'],
  ['the room voted the player out', (by) => void by.emit('seat:removed', { reason: 'outvoted' }), 'outvoted'],
  ['the player was away for too long', (by) => void by.emit('seat:removed', { reason: 'away' }), 'away'],
]

/**
 * Lets any try come that is still to come: later than the next one would be due, but before a connection that it opens would be
 * given up; and long enough for it to have joined, as another one has that begins after it.
 */
async function letTriesCome(): Promise<void> {
  vi.advanceTimersByTime(3_000)
  const before = meets
  meets = ({ answer }) => answer(ok)
  const another = openRoom({ target: { name: 'code', code: 'RTVWX' }, isSpectator: false, onCode() {}, url })
  await until(() => another.store.getState().connection.name === 'connected')
  another.close()
  meets = before
}

test.each(endings)('client: after its end it never connects again: %s', async (_, end, ending) => {
  let isGone = false
  meets = ({ by, answer }) => {
    by.on('disconnect', () => (isGone = true))
    answer(ok)
    end(by)
  }
  const { retry, request } = open({ name: 'code', code: 'CDFGH' })
  await until(() => isGone)
  expect(connection()).toEqual({ name: 'ended', ending })
  retry()
  await letTriesCome()
  expect(await request('room:resync', {})).toEqual({ ok: false, refusal: 'unreachable' })
  expect(connection()).toEqual({ name: 'ended', ending })
  const codes = asked.map(({ message }) => (message as { code: string }).code)
  expect(codes).toEqual(['CDFGH', 'RTVWX'])
})

test('client: a server that closes after the end brings nobody back', async () => {
  meets = ({ by, answer }) => {
    answer(ok)
    by.emit('seat:removed', { reason: 'kicked' })
    by.emit('server:closing', {})
    by.disconnect(true)
  }
  open({ name: 'code', code: 'CDFGH' })
  await until(() => connection()?.name === 'ended')
  await letTriesCome()
  expect(connection()).toEqual({ name: 'ended', ending: 'kicked' })
  expect(asked).toHaveLength(2)
})

const finalRefusals: readonly Refusal[] = [
  ...(['no-such-room', 'room-full', 'no-room-to-watch', 'enough-tvs', 'room-locked'] as const),
  ...([
    'banned',
    'banned-in-public',
    'private-name',
    'too-many-from-here',
    'server-full',
    'server-busy',
  ] as const),
]

test.each(finalRefusals)('client: a join that is refused for good ends the visit: %s', async (refusal) => {
  meets = ({ answer }) => answer({ ok: false, refusal })
  open({ name: 'code', code: 'CDFGH' })
  await vi.waitUntil(() => connection()?.name === 'ended', 60_000)
  await letTriesPass()
  expect(connection()).toEqual({ name: 'ended', ending: refusal })
  expect(asked).toHaveLength(1)
})

test('client: a code that is no code ends the visit as one that no room has', async () => {
  meets = ({ answer }) => answer({ ok: false, refusal: 'bad-message' })
  open({ name: 'code', code: '!' })
  await vi.waitUntil(() => connection()?.name === 'ended', 60_000)
  expect(connection()).toEqual({ name: 'ended', ending: 'no-such-room' })
})

test('client: a join that is refused for now is asked again, until it is answered', async () => {
  meets = ({ answer }) => answer(asked.length < 3 ? { ok: false, refusal: 'database-away' } : ok)
  const { store } = open({ name: 'code', code: 'CDFGH' })
  for (const tries of [1, 2]) {
    await vi.waitUntil(() => asked.length === tries && connection()?.name === 'reconnecting', 60_000)
    expect(connection()).toEqual({ name: 'reconnecting', isServerClosing: false })
    expect(store.getState().line.reason).toBe('database-away')
    vi.advanceTimersByTime(1_500)
  }
  await vi.waitUntil(() => connection()?.name === 'connected', 60_000)
  expect(store.getState()).toMatchObject({ you: ok.you, line: { isOpen: true, reason: null } })
})

const view = (sequence: number) => viewOf(sequence, [canvas(ann), canvas(ben)])
const gap = { sequence: 9, round: 0, changes: [] }

test.each([
  ['too-often', (answer: Met['answer']) => answer({ ok: false, refusal: 'too-often' })],
  ['no answer', () => {}],
] as const)('client: a resync that gets %s is asked again, and once at a time', async (_, refuse) => {
  meets = ({ by, name, answer }) => {
    if (name !== 'room:resync') {
      answer(ok)
      by.emit('room:view', view(4))
      for (const sequence of [9, 10]) by.emit('drawing:progressed', { ...gap, sequence })
    } else if (asked.length === 2) refuse(answer)
    else {
      by.emit('room:view', view(10))
      answer({ ok: true })
    }
  }
  const { store } = open({ name: 'code', code: 'CDFGH' })
  await vi.waitUntil(() => asked.length === 2, 60_000)
  expect(store.getState().isBehind).toBe(true)
  while (asked.length === 2) {
    vi.advanceTimersByTime(500)
    await new Promise(setImmediate)
  }
  await vi.waitUntil(() => !store.getState().isBehind, 60_000)
  expect(asked.map(({ name }) => name)).toEqual(['room:join', 'room:resync', 'room:resync'])
  expect(store.getState().sequence).toBe(10)
})

test.each(['too-often', 'ink-gap', 'paused'] as const)(
  'client: ink that is refused as %s is sent again once the room is known anew',
  async (refusal) => {
    meets = ({ by, name, answer }) => {
      const isFirst = asked.filter((met) => met.name === name).length === 1
      answer(name === 'ink:add' && isFirst ? { ok: false, refusal } : ok)
      if (name !== 'ink:add') by.emit('room:view', view(4))
    }
    const { store, draw: drawOps } = open({ name: 'code', code: 'CDFGH' })
    await until(() => store.getState().own !== null)
    expect(drawOps(0, [draw(10, 1), lift(20)])).toBe(true)
    await until(() => asked.length === 3)
    vi.advanceTimersByTime(1_000)
    await until(() => asked.length === 4)
    expect(asked.map(({ name }) => name)).toEqual(['room:join', 'ink:add', 'room:resync', 'ink:add'])
    expect(asked[3]?.message).toEqual(asked[1]?.message)
  },
)

test.each(['too-late', 'drawing-over', 'ink-limit'] as const)(
  'client: ink that is refused as %s is not sent again',
  async (refusal) => {
    meets = ({ by, name, answer }) => {
      answer(name === 'ink:add' ? { ok: false, refusal } : ok)
      if (name !== 'ink:add') by.emit('room:view', view(4))
    }
    const { store, draw: drawOps } = open({ name: 'code', code: 'CDFGH' })
    await until(() => store.getState().own !== null)
    drawOps(0, [draw(10, 1), lift(20)])
    await until(() => asked.length === 2)
    await letTriesPass()
    expect(asked.map(({ name }) => name)).toEqual(['room:join', 'ink:add', 'room:resync'])
    expect(store.getState().isBehind).toBe(false)
  },
)

test('client: ink waits while the room is paused, and while there is no connection', async () => {
  const pause = { at: 5_000, missing: [ben] }
  meets = ({ by, name, answer }) => {
    answer(ok)
    if (name === 'room:join') by.emit('room:view', { ...view(4), pause })
    if (name === 'room:resync') by.emit('room:view', view(5))
  }
  const { store, draw: drawOps, request, now } = open({ name: 'code', code: 'CDFGH' })
  await until(() => store.getState().own !== null)
  expect(now()).toBe(pause.at)
  drawOps(0, [draw(10, 1), lift(20)])
  vi.advanceTimersByTime(1_000)
  await request('emote:send', { emote: 'wow' })
  expect(asked.map(({ name }) => name)).toEqual(['room:join', 'emote:send'])
  await request('room:resync', {})
  drawOps(0, [draw(30, 2), lift(40)])
  await until(() => asked.some(({ name }) => name === 'ink:add'))
})

test('client: batches of ink are throttled to one in each interval, and all of it goes', async () => {
  meets = ({ by, name, answer }) => {
    answer(ok)
    if (name === 'room:join') by.emit('room:view', view(4))
  }
  const { store, draw: drawOps } = open({ name: 'code', code: 'CDFGH' })
  await until(() => store.getState().own !== null)
  for (let at = 0; at < 5; at++) drawOps(0, [draw(at * 10, at), lift(at * 10 + 5)])
  await until(() => asked.length === 2)
  await new Promise(setImmediate)
  expect(asked).toHaveLength(2)
  vi.advanceTimersByTime(settings.inkBatchMs)
  await until(() => asked.length === 3)
  expect(asked[1]?.message).toMatchObject({ round: 0, drawing: 0, from: 0 })
  expect(store.getState().own?.log.sent).toBe(10)
})

test('[P9] client: where ticks are longer the pen sends as often, and no more', async () => {
  meets = ({ by, name, answer }) => {
    answer(ok)
    if (name === 'room:join') {
      by.emit('room:view', view(4))
      by.emit('drawing:progressed', { sequence: 5, round: 0, changes: [], tickMs: 66 })
    }
  }
  const { store, draw: drawOps } = open({ name: 'code', code: 'CDFGH' })
  await until(() => store.getState().tickMs === 66)
  drawOps(0, [draw(10, 1), lift(20)])
  await until(() => asked.length === 2)
  drawOps(0, [draw(30, 2), lift(40)])
  vi.advanceTimersByTime(65)
  await new Promise(setImmediate)
  expect(asked).toHaveLength(2)
  vi.advanceTimersByTime(1)
  await until(() => asked.length === 3)
})

test.each([
  [{ name: 'new' }, 'room:create', {}],
  [{ name: 'quick' }, 'room:quick', {}],
  [{ name: 'daily' }, 'room:daily', {}],
  [{ name: 'rush-30' }, 'room:create', { settings: { mode: 'rush', roundSeconds: 30 } }],
  [{ name: 'rush-60' }, 'room:create', { settings: { mode: 'rush', roundSeconds: 60 } }],
] as [RoomTarget, string, object][])(
  'client: a room that has no code yet is asked for once, and by its code after a loss: $name',
  async (target, name, message) => {
    const codes: string[] = []
    meets = ({ answer }) => answer(ok)
    client = openRoom({ target, isSpectator: false, onCode: (code) => codes.push(code), url })
    await until(() => connection()?.name === 'connected')
    const isReady = ['daily', 'rush-30', 'rush-60'].includes(target.name)
    await until(() => client?.store.getState().isStarting === false)
    expect(asked[0]).toMatchObject({ name, message })
    expect(asked.map((each) => each.name)).toEqual(isReady ? [name, 'game:start'] : [name])
    asked[0]?.by.disconnect(true)
    await until(() => connection()?.name === 'reconnecting')
    vi.advanceTimersByTime(1_500)
    await until(() => connection()?.name === 'connected')
    expect(asked.at(-1)).toMatchObject({ name: 'room:join', message: { code: 'CDFGH', isSpectator: false } })
    expect(codes).toEqual(['CDFGH'])
  },
)

test('client: a TV watches a room by its code, and is nobody in it', async () => {
  meets = ({ answer }) => answer({ ok: true, code: 'CDFGH' })
  client = openRoom({
    ...{ target: { name: 'code', code: 'CDFGH' }, isSpectator: true, isTv: true, onCode() {}, url },
  })
  await until(() => connection()?.name === 'connected')
  expect(asked).toMatchObject([{ name: 'room:watch', message: { code: 'CDFGH' } }])
  expect(client.store.getState().you).toBe(nobody)
})

test('client: who leaves a room that does not answer has left all the same', async () => {
  meets = ({ name, answer }) => name !== 'room:leave' && answer(ok)
  const { leave } = open({ name: 'code', code: 'CDFGH' })
  await until(() => connection()?.name === 'connected')
  const left = leave()
  await until(() => asked.length === 2)
  vi.advanceTimersByTime(8_000)
  await left
  expect(connection()).toEqual({ name: 'ended', ending: 'left' })
})

test('client: who leaves a room that answers has left when the room says so', async () => {
  let leaver: Socket | undefined
  meets = ({ by, answer }) => {
    leaver = by
    answer(ok)
  }
  const { leave } = open({ name: 'code', code: 'CDFGH' })
  await until(() => connection()?.name === 'connected')
  await leave()
  expect(connection()).toEqual({ name: 'connected' })
  leaver?.emit('seat:removed', { reason: 'left' })
  await until(() => connection()?.name === 'ended')
  expect(connection()).toEqual({ name: 'ended', ending: 'left' })
})

test('client: emotes are numbered, and a held result is of its game', async () => {
  const emote = { playerId: ben, emote: 'wow' as const }
  meets = ({ by, answer }) => {
    answer(ok)
    for (let times = 0; times < 2; times++) by.emit('emote:sent', emote)
    by.emit('result:held', { gameId: ann })
  }
  const { store } = open({ name: 'code', code: 'CDFGH' })
  await until(() => store.getState().heldGameId !== null)
  expect(store.getState()).toMatchObject({ emote: { ...emote, number: 2 }, heldGameId: ann })
})

test('client: a probe of the lag is answered', async () => {
  let answers = 0
  meets = ({ by, answer }) => {
    answer(ok)
    by.emit('lag:probe', () => void answers++)
  }
  open({ name: 'code', code: 'CDFGH' })
  await until(() => answers === 1)
})

/** The server lets nobody in for this reason, until it is given another. */
function admitNobody(first: string): (next: string | null) => void {
  let reason: string | null = first
  io.use((_socket, next) => next(reason === null ? undefined : new Error(reason)))
  return (next) => {
    reason = next
  }
}

test.each(['too-often', 'server-closing'] as const)(
  'client: a connection that is refused as %s is tried again, and then joins',
  async (reason) => {
    meets = ({ answer }) => answer(ok)
    const admit = admitNobody(reason)
    const { store } = open({ name: 'code', code: 'CDFGH' })
    await until(() => store.getState().line.reason === reason)
    expect(connection()).toEqual({ name: 'connecting' })
    admit(null)
    vi.advanceTimersByTime(1_500)
    await until(() => connection()?.name === 'connected')
    expect(store.getState().line).toEqual({ isOpen: true, reason: null })
  },
)

test.each(['no-identity', 'old-version'] as const)(
  'client: a connection that is refused as %s ends the visit',
  async (reason) => {
    const admit = admitNobody(reason)
    open({ name: 'code', code: 'CDFGH' })
    await until(() => connection()?.name === 'ended')
    expect(connection()).toEqual({ name: 'ended', ending: reason })
    admit(null)
    await letTriesCome()
    expect(asked.map(({ message }) => message)).toEqual([{ code: 'RTVWX', isSpectator: false }])
  },
)

test('client: a server that closes is known to be closing until it answers again', async () => {
  let isBack = false
  meets = ({ by, answer }) => {
    if (isBack) return answer(ok)
    answer(ok)
    by.emit('room:view', view(4))
    by.emit('server:closing', {})
    by.disconnect(true)
  }
  const { store } = open({ name: 'code', code: 'CDFGH' })
  await until(() => connection()?.name === 'reconnecting' && !store.getState().line.isOpen)
  expect(connection()).toEqual({ name: 'reconnecting', isServerClosing: true })
  expect(store.getState().line.reason).toBe('server-closing')
  isBack = true
  vi.advanceTimersByTime(1_500)
  await until(() => connection()?.name === 'connected')
  expect(store.getState().line).toEqual({ isOpen: true, reason: null })
})

test('client: a connection that is lost says so until the room is joined again, and the clock is learnt anew', async () => {
  meets = ({ by, answer }) => {
    answer(ok)
    by.emit('room:view', view(4))
  }
  const { store, retry } = open({ name: 'code', code: 'CDFGH' })
  await until(() => store.getState().room !== null)
  asked[0]?.by.disconnect(true)
  await until(() => connection()?.name === 'reconnecting')
  expect(connection()).toEqual({ name: 'reconnecting', isServerClosing: false })
  expect(store.getState().line.isOpen).toBe(false)
  meets = ({ answer }) => answer(ok)
  retry()
  await until(() => connection()?.name === 'connected')
  expect(store.getState()).toMatchObject({ isClockStale: true, line: { isOpen: true } })
  expect(asked).toHaveLength(2)
})

test('client: what is closed makes no more tries, whatever was still to come', async () => {
  meets = ({ answer }) => answer({ ok: false, refusal: 'database-away' })
  const { close } = open({ name: 'code', code: 'CDFGH' })
  await until(() => connection()?.name === 'reconnecting')
  close()
  await letTriesCome()
  expect(asked).toHaveLength(2)
})

test('client: without the pen nothing is drawn and nothing is missing; a drawing that is full says so', async () => {
  meets = ({ by, name, answer }) => {
    answer(ok)
    if (name === 'room:join') by.emit('room:view', viewOf(4, [canvas(ben)]))
    if (name === 'room:resync') by.emit('room:view', view(5))
  }
  const { store, request, draw: drawOps } = open({ name: 'code', code: 'CDFGH' })
  await until(() => store.getState().room !== null)
  expect(drawOps(0, [draw(10, 1), lift(20)])).toBe(true)
  expect(store.getState().own).toBeNull()
  await request('room:resync', {})
  await until(() => store.getState().own !== null)
  const strokes = Array.from({ length: settings.maxOpsPerDrawing / 2 }, (_, at) => [draw(at, at), lift(at)])
  expect(drawOps(0, strokes.flat())).toBe(true)
  expect(drawOps(0, [draw(9_000, 1)])).toBe(false)
})

test('client: who knows the room and is let in no more for now is told that it is tried again', async () => {
  const admit = admitNobody('server-closing')
  admit(null)
  meets = ({ by, answer }) => {
    answer(ok)
    by.emit('room:view', view(4))
  }
  const { store, rejoin } = open({ name: 'code', code: 'CDFGH' })
  await until(() => store.getState().room !== null && connection()?.name === 'connected')
  admit('server-closing')
  rejoin()
  expect(connection()).toEqual({ name: 'connecting' })
  await until(() => connection()?.name === 'reconnecting')
  admit(null)
  vi.advanceTimersByTime(1_500)
  await until(() => connection()?.name === 'connected')
})

test('client: who leaves while the next try to connect is still to come is not brought in by it', async () => {
  meets = ({ answer }) => answer(ok)
  const admit = admitNobody('too-often')
  const { store, leave } = open({ name: 'code', code: 'CDFGH' })
  await until(() => store.getState().line.reason === 'too-often')
  await leave()
  admit(null)
  await letTriesCome()
  expect(connection()).toEqual({ name: 'ended', ending: 'left' })
  expect(asked.map(({ message }) => message)).toEqual([{ code: 'RTVWX', isSpectator: false }])
})

test('client: a server that has said that it closes is not taken for a blocked network when it is gone', async () => {
  meets = ({ by, answer }) => {
    answer(ok)
    by.emit('room:view', view(4))
    by.emit('server:closing', {})
    by.disconnect(true)
  }
  const { store } = open({ name: 'code', code: 'CDFGH' })
  await until(() => connection()?.name === 'reconnecting' && !store.getState().line.isOpen)
  await io.close()
  let attempts = 0
  const nobodyHome = createNetServer((socket) => {
    attempts++
    socket.destroy()
  })
  await new Promise<void>((resolve) => nobodyHome.listen(Number(new URL(url).port), '127.0.0.1', resolve))
  vi.advanceTimersByTime(1_500)
  // By the next try the first one has failed.
  await until(() => attempts > 0)
  const first = attempts
  await until(() => {
    vi.advanceTimersByTime(10)
    return attempts > first + 1
  })
  expect(store.getState().line.reason).toBe('server-closing')
  nobodyHome.close()
})
