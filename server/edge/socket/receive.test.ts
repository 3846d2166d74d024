import { pino } from 'pino'
import { afterEach, describe, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import type { Components } from '#server/app'
import { type Limits, limits } from '#server/edge/limits'
import { createMemoryJournal } from '#server/testing/fakes/memory-journal'
import { connectPlayer, guestNamed, startGameServer, type TestPlayer } from '#server/testing/game-server'

let server: Awaited<ReturnType<typeof startGameServer>>
let logged: { msg: string; level: number }[]
afterEach(() => server.close())

async function start(
  changed: Partial<Limits> = {},
  overrides: Partial<Components> = {},
): Promise<TestPlayer> {
  logged = []
  const log = pino({ level: 'info', base: null }, { write: (line) => void logged.push(JSON.parse(line)) })
  server = await startGameServer({ log, limits: { ...limits, ...changed }, ...overrides })
  return connectPlayer(server.url, guestNamed('Eve'))
}

const disconnected = ({ socket }: TestPlayer) => new Promise((resolve) => socket.once('disconnect', resolve))

test('a message that fails unexpectedly: its connection is closed and the error logged, others go on', async () => {
  const journal = createMemoryJournal()
  const failing = {
    ...journal,
    open: () => {
      throw new Error('a disk that is broken')
    },
  }
  const eve = await start({}, { journal: failing })
  const closed = disconnected(eve)
  void eve.ask('room:create', {})
  expect(await closed).toBe('io server disconnect')
  expect(logged).toMatchObject([
    { msg: 'A message could not be handled', name: 'room:create', player: eve.guest.id },
  ])
  const ann = await connectPlayer(server.url, guestNamed('Ann'))
  expect(await ann.ask('room:leave', {})).toEqual({ ok: false, refusal: 'not-seated' })
})

const lateInk = { round: 0, drawing: 0, from: 0, inkText: encodeInk([{ kind: 'lift', atMs: 0 }]) }

test('rate limit: ink is no command, so a pen sends as many batches as there may be messages', async () => {
  const eve = await start({ commandsPerConnectionPerSecond: 1 })
  server.clock.advance(1_000)
  expect(await eve.ask('room:create', {})).toMatchObject({ ok: true })
  for (let sent = 1; sent < limits.messagesPerConnectionPerSecond; sent++)
    expect(await eve.ask('ink:add', lateInk)).not.toEqual({ ok: false, refusal: 'too-often' })
  expect(await eve.ask('ink:add', lateInk)).toEqual({ ok: false, refusal: 'too-often' })
})

describe('refusals: which ones count towards the limit of a connection', () => {
  const most = 3

  test('late ink and messages over a rate limit do not', async () => {
    const eve = await start({ refusalsPerConnectionPerMinute: most, commandsPerConnectionPerSecond: 1 })
    server.clock.advance(1_000)
    expect(await eve.ask('room:create', {})).toMatchObject({ ok: true })
    for (let sent = 0; sent < 2 * most; sent++) {
      expect(await eve.ask('ink:add', lateInk)).toMatchObject({ ok: false })
      expect(await eve.ask('room:resync', {})).toEqual({ ok: false, refusal: 'too-often' })
    }
    expect(logged).toEqual([])
  })

  test.each([
    ['commands that are refused', 'room:leave', {}, 'not-seated'],
    ['ink that is malformed', 'ink:add', { ...lateInk, inkText: '!' }, 'bad-message'],
  ] as const)('%s do', async (_, name, message, refusal) => {
    const eve = await start({ refusalsPerConnectionPerMinute: most })
    const closed = disconnected(eve)
    for (let sent = 0; sent < most; sent++)
      expect(await eve.ask(name, message)).toEqual({ ok: false, refusal })
    void eve.ask(name, message)
    await closed
    expect(logged).toMatchObject([{ reason: 'refusals', refusal }])
  })

  test('after a minute they count anew', async () => {
    const eve = await start({ refusalsPerConnectionPerMinute: most, seatlessMs: 600_000 })
    for (let minute = 0; minute < 3; minute++) {
      for (let sent = 0; sent < most; sent++) await eve.ask('room:leave', {})
      server.clock.advance(60_000)
    }
    expect(logged.filter(({ msg }) => msg === 'A connection was terminated')).toEqual([])
  })
})

test('a message without an acknowledgement is handled as well, and one that is refused says nothing', async () => {
  const eve = await start()
  eve.socket.emit('room:leave', {}, undefined as never)
  eve.socket.emit('room:create', {}, undefined as never)
  expect((await eve.sees(({ seats }) => seats.length === 1)).seats[0]?.isConnected).toBe(true)
})
