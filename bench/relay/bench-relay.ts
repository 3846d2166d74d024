import { setTimeout as pause } from 'node:timers/promises'
import { startProcess } from '../process'
import { quantile } from '../quantile'
import { type Report, rounded } from '../report'
import type { Drawn, PensStart } from './pens'

const playersPerRoom = 8
const warmUpMs = 1_500
const measuredMs = 5_000

/** Compares in one run the latency of a bare relay, of the game, and of the game with its judge. */
const relays = {
  'bare ws, at once': { rooms: 6, file: 'bare-server.ts', start: { isGathering: false } },
  'bare ws, gathered': { rooms: 6, file: 'bare-server.ts', start: { isGathering: true } },
  'game without judge and journal': {
    rooms: 6,
    file: 'game-server.ts',
    start: { judge: 'scripted', hasJournal: false },
  },
  'game without judge': { rooms: 6, file: 'game-server.ts', start: { judge: 'scripted', hasJournal: true } },
  game: { rooms: 6, file: 'game-server.ts', start: { judge: 'champion', hasJournal: true } },
  'game, one room': { rooms: 1, file: 'game-server.ts', start: { judge: 'champion', hasJournal: true } },
} as const

type Measured = Drawn & { readonly cpuMicros: number; readonly tookMs: number }

export async function benchRelay(): Promise<Report[]> {
  const measured: [keyof typeof relays, Measured][] = []
  for (const name of Object.keys(relays) as (keyof typeof relays)[]) {
    measured.push([name, await measure(relays[name])])
  }
  const floor = cpuPerDelivery(measured.find(([name]) => name === 'bare ws, gathered')?.[1])
  return [
    {
      title: `Relay: rooms of ${playersPerRoom} players, everybody drawing, 30 ink batches a second each`,
      rows: Object.fromEntries(
        measured.map(([name, each]) => [name, { rooms: relays[name].rooms, ...rowOf(each, floor) }]),
      ),
      notes: [
        'Bare ws passes on what it gets, unread: each batch at once, or all of a tick in one message as the game does.',
        'CPU is that of the whole server process, judge included, for each ink batch that reached another player.',
        'Ink is timed from the pen to each other player, a guess from the pen to the first answer that has seen this ink.',
        'The pens are another process on the same machine: with too few free cores, all wait for each other.',
      ],
    },
  ]
}

async function measure({ rooms, file, start }: (typeof relays)[keyof typeof relays]): Promise<Measured> {
  const server = await startProcess<{ url: string }, 'cpu', NodeJS.CpuUsage>(
    new URL(file, import.meta.url),
    start,
  )
  const relay = file === 'bare-server.ts' ? 'bare' : 'game'
  const pensStart: PensStart = { url: server.ready.url, relay, rooms, playersPerRoom }
  const pens = await startProcess<'drawing', 'collect', Drawn>(new URL('pens.ts', import.meta.url), pensStart)
  try {
    await pause(warmUpMs)
    await pens.ask('collect')
    const [before, startedAt] = [await server.ask('cpu'), performance.now()]
    await pause(measuredMs)
    const [after, tookMs] = [await server.ask('cpu'), performance.now() - startedAt]
    const cpuMicros = after.user + after.system - before.user - before.system
    return { ...(await pens.ask('collect')), cpuMicros, tookMs }
  } finally {
    await pens.stop()
    await server.stop()
  }
}

function cpuPerDelivery(measured: Measured | undefined): number {
  return measured ? measured.cpuMicros / measured.deliveries : Number.NaN
}

function rowOf(measured: Measured, floor: number): Report['rows'][string] {
  const { deliveries, tookMs, inkMs, guessMs } = measured
  const cpu = cpuPerDelivery(measured)
  return {
    'deliveries/s': Math.round((deliveries / tookMs) * 1000),
    'CPU us/delivery': rounded(cpu),
    'x gathered ws': rounded(cpu / floor),
    'ink p50 ms': rounded(quantile(inkMs, 0.5)),
    'ink p99 ms': rounded(quantile(inkMs, 0.99)),
    ...(guessMs.length > 0 && {
      'guess p50 ms': rounded(quantile(guessMs, 0.5)),
      'guess p99 ms': rounded(quantile(guessMs, 0.99)),
    }),
  }
}
