import { afterEach, expect, test } from 'vitest'
import { limits } from '#server/edge/limits'
import { connectPlayer, guestNamed, startGameServer } from '#server/testing/game-server'
import { createManualClock } from '#server/testing/manual-clock'
import type { PlayerConnection } from './connection'
import { probeLag } from './lag'

const everyMs = 1_000

/** A connection whose client answers each probe when the test says so. */
function startProbing() {
  const clock = createManualClock()
  const answers: ((lost: Error | null) => void)[] = []
  const timeouts: number[] = []
  const socket = {
    timeout(ms: number) {
      timeouts.push(ms)
      return { emit: (_name: string, answer: (lost: Error | null) => void) => answers.push(answer) }
    },
  }
  const connection = { socket, lagMs: 0 } as unknown as PlayerConnection
  let probes = 0
  const stop = probeLag(connection, clock, everyMs, () => probes++)
  return {
    clock,
    connection,
    stop,
    timeouts,
    probes: () => probes,
    /** The newest probe is answered after so long, and the next one sent. */
    answer(roundTripMs: number, lost: Error | null = null) {
      clock.advance(roundTripMs)
      answers.pop()?.(lost)
      clock.advance(everyMs - roundTripMs)
    },
  }
}

test('lag: half of the shortest of the last five round trips', () => {
  const { answer, connection } = startProbing()
  const lags = [80, 40, 200, 200, 200, 200, 200].map((ms) => {
    answer(ms)
    return connection.lagMs
  })
  expect(lags).toEqual([40, 20, 20, 20, 20, 20, 100])
})

test('lag: a probe that is lost does not count, and is waited for no longer than five of them take', () => {
  const { answer, connection, timeouts } = startProbing()
  answer(80)
  answer(10, new Error('timeout'))
  expect(connection.lagMs).toBe(40)
  expect(timeouts.at(-1)).toBe(5 * everyMs)
})

test('lag: the first probe is sent at once, one more each period, and none after it was stopped', () => {
  const { clock, probes, stop } = startProbing()
  expect(probes()).toBe(1)
  clock.advance(2 * everyMs)
  expect(probes()).toBe(3)
  stop()
  clock.advance(10 * everyMs)
  expect([probes(), clock.waiting]).toEqual([3, 0])
})

let server: Awaited<ReturnType<typeof startGameServer>> | undefined
afterEach(() => server?.close())

test('lag: a real client is probed as long as it is connected', async () => {
  server = await startGameServer()
  const { clock } = server
  const player = await connectPlayer(server.url, guestNamed('Ann'))
  const probed = new Promise((resolve) => player.socket.once('lag:probe', resolve))
  clock.advance(limits.lagProbeMs)
  await probed
  const before = clock.waiting
  const disconnected = new Promise((resolve) => player.socket.once('disconnect', resolve))
  server.app.dismiss(() => true)
  await disconnected
  expect(clock.waiting).toBe(before - 1)
})
