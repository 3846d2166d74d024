import { expect, test } from 'vitest'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { newRoom } from '#game/room/room'
import { createMetrics } from '#server/edge/operations/metrics'
import { compare, readMetrics } from './read-metrics'

const serverOf = () => {
  const metrics = createMetrics()
  metrics.watch({
    rooms: () => [newRoom('7KX4M', defaultRoomSettings), newRoom('7KX4N', defaultRoomSettings)],
    transports: () => ['websocket', 'polling', 'websocket'],
    classifier: {
      judge: { version: 'digits-v1', engine: 'wasm' },
      load: { workers: 1, waiting: 4, busyMs: 0 },
    },
    pace: { tickMs: 33, ticksPerGuess: 2, isBusy: false },
    pageLoad: () => undefined,
    outboxDepth: () => 3,
  })
  const read = async (at: number) =>
    readMetrics(JSON.parse(JSON.stringify(await metrics.registry.getMetricsAsJSON())), at)
  return { metrics, read }
}

test('server page: gauges are read as the registry writes them', async () => {
  const { metrics, read } = serverOf()
  metrics.refused('too-often')
  metrics.refused('too-often')
  expect(await read(0)).toMatchObject({
    rooms: { lobby: 2, drawing: 0 },
    connections: { websocket: 2, polling: 1 },
    refusals: { 'too-often': 2 },
    judgeQueue: 4,
    outboxDepth: 3,
    model: 'digits-v1',
  })
})

test('server page: latencies and rates are those since the reading before', async () => {
  const { metrics, read } = serverOf()
  for (let each = 0; each < 100; each++) metrics.guessMade(4_000)
  const before = await read(0)
  for (let each = 0; each < 20; each++) {
    metrics.guessMade(30)
    metrics.inkSent(3)
  }
  const { inkMs, guessMs, guessesPerSecond } = compare(before, await read(2_000))
  expect(guessesPerSecond).toBe(10)
  expect(inkMs).toBeCloseTo(4.95)
  expect(guessMs).toBeGreaterThan(25)
  expect(guessMs).toBeLessThan(50)
})

test('server page: without play there is no latency', async () => {
  const { read } = serverOf()
  expect(compare(await read(0), await read(2_000))).toMatchObject({ inkMs: null, guessesPerSecond: 0 })
})
