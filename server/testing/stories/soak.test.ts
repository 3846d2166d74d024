import { setImmediate as turn } from 'node:timers/promises'
import { promisify } from 'node:util'
import { queryObjects } from 'node:v8'
import { pino } from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { encodeInk } from '#game/drawing/ink-codec'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { openChampion } from '#server/judge/champion'
import type { Classifier } from '#server/judge/classifier'
import { connectPlayer, guestNamed, startGameServer } from '#server/testing/game-server'

/** A leak grows with each batch of games; what is made once, or not collected yet, comes into one of them. The first warms up. */
const [batches, games] = [4, 12]
const game = { ...defaultRoomSettings, rounds: 1, roundSeconds: 5, digits: [7] }
/** Enough ink for the judge to be asked. */
const ink = encodeInk([
  {
    kind: 'draw',
    atMs: 0,
    points: Array.from({ length: 12 }, (_, step) => ({
      x: 200 + step * 40,
      y: 200 + step * 50,
      t: step * 16,
    })),
  },
  { kind: 'lift', atMs: 200 },
])

const errors: string[] = []
const log = pino({ level: 'error' }, { write: (line: string) => void errors.push(line) })
let classifier: Classifier
let server: Awaited<ReturnType<typeof startGameServer>>

beforeAll(async () => {
  classifier = await openChampion({ modelsFolder: 'models', engine: 'wasm', workers: 1, log })
  // The one of the tests keeps all records.
  const recordWriter = { depth: 0, writeRound: async () => {}, writeGame: async () => {} }
  server = await startGameServer({ classifier, recordWriter, log })
})
afterAll(async () => {
  await server.close()
  await classifier.close()
})

/** Two players open a room, draw, see the podium, leave and hang up. */
async function playAndLeave(): Promise<void> {
  const [ann, ben] = await Promise.all(
    ['Ann', 'Ben'].map((name) => connectPlayer(server.url, guestNamed(name))),
  )
  if (!ann || !ben) throw new Error('nobody came')
  await ann.ask('room:create', { settings: game })
  const { code } = await ann.sees(({ seats }) => seats.length === 1)
  await ben.ask('room:join', { code, isSpectator: false })
  await ann.sees(({ seats }) => seats.length === 2)
  await ann.ask('game:start', {})
  await ben.sees(({ phase }) => phase.name === 'countdown')
  server.clock.advance(settings.countdownMs)
  await Promise.all([ann, ben].map((each) => each.sees(({ phase }) => phase.name === 'drawing')))
  for (const each of [ann, ben]) await each.ask('ink:add', { round: 0, drawing: 0, from: 0, inkText: ink })
  server.clock.advance(300)
  await ann.hears('guess:made')
  server.clock.advance(game.roundSeconds * 1_000 + settings.maxLagCreditMs)
  await ann.sees(({ phase }) => phase.name === 'reveal')
  server.clock.advance(settings.revealMs)
  await ben.sees(({ phase }) => phase.name === 'finished')
  for (const each of [ann, ben]) await each.ask('room:leave', {})
  for (const { socket } of [ann, ben]) socket.disconnect()
  const openConnections = promisify(server.httpServer.getConnections.bind(server.httpServer))
  while (server.app.rooms.count > 0 || (await openConnections()) > 0) await turn()
}

/** What the server holds when nobody is there. */
async function measure() {
  // Whatever of a connection is remembered for a while is forgotten.
  server.clock.advance(3_600_000)
  const { workers, waiting } = classifier.load
  return {
    // Bytes would be those of code as well, which V8 compiles anew now and then.
    objects: queryObjects(Object, { format: 'count' }),
    kept: { rooms: server.app.rooms.count, timers: server.clock.waiting, judges: { workers, waiting } },
  }
}

test('soak: rooms that open, play and end leave no memory and no timer behind, however many they are', async () => {
  const measured: Awaited<ReturnType<typeof measure>>[] = []
  for (let batch = 0; batch < batches; batch++) {
    for (let played = 0; played < games; played++) await playAndLeave()
    measured.push(await measure())
  }
  const nothing = { rooms: 0, timers: measured[0]?.kept.timers, judges: { workers: 1, waiting: 0 } }
  expect(measured.map(({ kept }) => kept)).toEqual(measured.map(() => nothing))
  const growth = measured.slice(1).map(({ objects }, batch) => objects - (measured[batch]?.objects ?? 0))
  expect(Math.min(...growth), `objects more after each batch: ${growth}`).toBeLessThan(games / 2)
  // Also of the thread that judges.
  expect(errors).toEqual([])
})
