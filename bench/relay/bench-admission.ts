import { setTimeout as pause } from 'node:timers/promises'
import { type BenchProcess, startProcess } from '../process'
import { type Report, rounded } from '../report'
import { scrapeMetrics } from './measure-relay'
import type { PensQuestion, PensSeen, PensStart } from './pens'

const playersPerRoom = 8
const batchMs = 50
const roomsAStep = 6
/** Beyond this nothing was refused. */
const mostRooms = 120
const windowMs = 2_000
/** A server that is busy for a moment takes rooms again; one that refuses so often in a row is full. */
const refusalsInARow = 3

type Pens = BenchProcess<PensQuestion, PensSeen>
type Watched = { readonly rooms: number; readonly p99: number; readonly row: Report['rows'][string] }

/**
 * Opens room after room, each of players that draw from then on, until the server refuses them: how late ink is by then, and how late it was with half
 * of them.
 */
export async function benchAdmission(): Promise<Report[]> {
  const server = await startProcess<{ url: string }, 'cpu', NodeJS.CpuUsage>(
    new URL('game-server.ts', import.meta.url),
    { judge: 'champion', hasJournal: true },
  )
  const { url } = server.ready
  const start: PensStart = { url, relay: 'game', rooms: roomsAStep, playersPerRoom, batchMs }
  const pens = await startProcess<'drawing', PensQuestion, PensSeen>(
    new URL('pens.ts', import.meta.url),
    start,
  )
  const rows: Record<string, Watched['row']> = {}
  const seen: Watched[] = []
  let refused = 0
  try {
    for (let asked = roomsAStep; refused < refusalsInARow && asked <= mostRooms; ) {
      const watched = await watch(url, pens)
      const { rooms, row } = watched
      refused = rooms < asked ? refused + 1 : 0
      rows[`${rooms} rooms${refused > 0 ? `, refused ${refused}` : ''}`] = row
      seen.push(watched)
      asked = rooms + roomsAStep
      await pens.ask('open')
    }
  } finally {
    await pens.stop()
    await server.stop()
  }
  const last = seen.at(-1)
  const half = seen.find(({ rooms }) => rooms >= (last?.rooms ?? 0) / 2)
  const times = rounded((last?.p99 ?? Number.NaN) / (half?.p99 ?? Number.NaN))
  return [
    {
      title: `Admission: up to ${roomsAStep} rooms of ${playersPerRoom} more each time, everybody drawing, ${1000 / batchMs} ink batches a second each`,
      rows,
      notes: [
        refused > 0
          ? `When rooms were refused, ink p99 was ${times} times what it was with half of them.`
          : 'None was refused.',
      ],
    },
  ]
}

async function watch(url: string, pens: Pens): Promise<Watched> {
  await pens.ask('collect')
  await pause(windowMs)
  const { inkMs, guesses, guessesOfRooms } = await pens.ask('collect')
  const metrics = await scrapeMetrics(url)
  const rooms = guessesOfRooms.length
  const p99 = inkMs.p99
  return {
    rooms,
    p99,
    row: {
      'ink p50 ms': rounded(inkMs.p50),
      'ink p99 ms': rounded(p99),
      'guesses/s each': rounded((guesses / rooms / playersPerRoom / windowMs) * 1000),
      'tick ms': Math.round((metrics.get('dash_tick_seconds') ?? Number.NaN) * 1000),
      'asked every ms': Math.round((metrics.get('dash_guess_interval_seconds') ?? Number.NaN) * 1000),
      busy: metrics.get('dash_busy') ?? Number.NaN,
    },
  }
}
