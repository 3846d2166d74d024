import { setTimeout as pause } from 'node:timers/promises'
import { startProcess } from '../process'
import type { Memory } from '../relay/steps'
import { type Report, rounded } from '../report'
import type { SoakSeen, SoakStart } from './soak-pens'

const minutes = Number(process.env.SOAK_MINUTES ?? 60)
const rooms = Number(process.env.SOAK_ROOMS ?? 30)
const windowMs = 60_000

/**
 * Rooms of eight that play one game after the other: whatever leaks, or slows down with time, shows as a difference between its first minutes and
 * its last. `SOAK_MINUTES` and `SOAK_ROOMS` shorten it.
 */
export async function benchSoak(): Promise<Report[]> {
  const server = await startProcess<{ url: string }, 'memory', Memory>(
    new URL('../relay/game-server.ts', import.meta.url),
    { judge: 'champion' },
  )
  const start: SoakStart = { url: server.ready.url, rooms }
  const pens = await startProcess<'playing', 'collect', SoakSeen>(
    new URL('soak-pens.ts', import.meta.url),
    start,
  )
  const rows: Record<string, Report['rows'][string]> = {}
  try {
    for (let minute = 1; minute <= minutes; minute++) {
      await pens.ask('collect')
      await pause(windowMs)
      const { inkMs, games, guesses } = await pens.ask('collect')
      // After what was measured: it collects garbage.
      const { heapMB, rssMB, timers } = await server.ask('memory')
      rows[`minute ${minute}`] = {
        'ink p50 ms': rounded(inkMs.p50),
        'ink p99 ms': rounded(inkMs.p99),
        'deliveries/s': Math.round((inkMs.count / windowMs) * 1000),
        'guesses/s': Math.round((guesses / windowMs) * 1000),
        games,
        ...{ 'heap MB': rounded(heapMB), 'resident MB': rounded(rssMB), timers },
      }
      console.log(`minute ${minute}`, JSON.stringify(rows[`minute ${minute}`]))
    }
  } finally {
    await pens.stop()
    await server.stop()
  }
  return [
    {
      title: `Soak: ${rooms} rooms of 8 that play for ${minutes} minutes`,
      rows,
    },
  ]
}
