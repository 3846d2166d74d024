import { type Report, rounded } from '../report'
import { type MeasuredRelay, measureRelay } from './measure-relay'

const playersPerRoom = 8
/** Seconds since the pens began; drawings have grown by the late one, none has locked, and the round is not over. */
const early = { fromMs: 2_000, toMs: 7_000 }
const late = { fromMs: 25_000, toMs: 50_000 }
/** When the engine has compiled what it is going to, and how long two parties of others draw before where the early seconds of a round are to be seen so. */
const warm = { fromMs: 12_000, toMs: 18_000 }
const warmUpsMs = [35_000, 20_000]

/**
 * Compares in one run the latency of a bare relay, of the game, and of the game with its judge. `RELAY_ONLY='bare ws, gathered|game'` measures
 * these alone.
 */
const relays = {
  'bare ws, at once': {
    rooms: 6,
    file: 'bare-server.ts',
    start: { isGathering: false },
    warmUpsMs,
    windows: [early],
  },
  'bare ws, gathered': {
    rooms: 6,
    file: 'bare-server.ts',
    start: { isGathering: true },
    warmUpsMs,
    windows: [early],
  },
  'game without judge and journal': {
    rooms: 6,
    file: 'game-server.ts',
    start: { judge: 'scripted', hasJournal: false },
    warmUpsMs,
    windows: [early],
  },
  'game without judge': {
    rooms: 6,
    file: 'game-server.ts',
    start: { judge: 'scripted', hasJournal: true },
    warmUpsMs,
    windows: [early, late],
  },
  game: {
    rooms: 6,
    file: 'game-server.ts',
    start: { judge: 'champion', hasJournal: true },
    warmUpsMs,
    windows: [early, late],
  },
  'game, just started': {
    rooms: 6,
    file: 'game-server.ts',
    start: { judge: 'champion', hasJournal: true },
    windows: [early],
  },
  'game, 30 rooms': {
    rooms: 30,
    file: 'game-server.ts',
    start: { judge: 'champion', hasJournal: true },
    windows: [early, warm],
  },
  'game, 60 rooms': {
    rooms: 60,
    file: 'game-server.ts',
    start: { judge: 'champion', hasJournal: true },
    windows: [early, warm],
  },
  'game, one room': {
    rooms: 1,
    file: 'game-server.ts',
    start: { judge: 'champion', hasJournal: true },
    warmUpsMs,
    windows: [early, late],
  },
} as const

type Measured = MeasuredRelay & { readonly name: string; readonly rooms: number }

export async function benchRelay(): Promise<Report[]> {
  const measured: Measured[] = []
  const only = process.env.RELAY_ONLY?.split('|')
  for (const [name, relay] of Object.entries(relays)) {
    if (only && !only.includes(name)) continue
    const seen = await measureRelay({ playersPerRoom, ...relay })
    measured.push(...seen.map((each) => ({ ...each, name, rooms: relay.rooms })))
  }
  const floor = cpuPerDelivery(measured.find(({ name }) => name === 'bare ws, gathered'))
  return [
    {
      title: `Relay: rooms of ${playersPerRoom} players, everybody drawing, 30 ink batches a second each`,
      rows: Object.fromEntries(measured.map((each) => [titleOf(each), rowOf(each, floor)])),
      notes: [
        'Bare ws passes on what it gets, unread: each batch at once, or all of a tick in one message as the game does.',
        'CPU is that of the whole server process, judge included, for each ink batch that reached another player.',
        'Ink is timed from the pen to each other player, a guess from the pen to the first answer that has seen this ink.',
        'The pens are another process on the same machine: with too few free cores, all wait for each other.',
      ],
    },
  ]
}

function titleOf({ name, span }: Measured): string {
  return `${name}, ${span.fromMs / 1000} to ${span.toMs / 1000} s`
}

function cpuPerDelivery(measured: Measured | undefined): number {
  return measured ? measured.cpuMicros / measured.deliveries : Number.NaN
}

function rowOf(measured: Measured, floor: number): Report['rows'][string] {
  const { rooms, deliveries, guesses, tookMs, inkMs, guessMs, penCpuMicros } = measured
  const cpu = cpuPerDelivery(measured)
  return {
    rooms,
    'deliveries/s': Math.round((deliveries / tookMs) * 1000),
    'CPU us/delivery': rounded(cpu),
    'x gathered ws': rounded(cpu / floor),
    'pens CPU %': Math.round(penCpuMicros / tookMs / 10),
    'ink p50 ms': rounded(inkMs.p50),
    'ink p99 ms': rounded(inkMs.p99),
    ...(guessMs.count > 0 && {
      'guesses/s each': rounded((guesses / tookMs / rooms / playersPerRoom) * 1000),
      'guess p50 ms': rounded(guessMs.p50),
      'guess p99 ms': rounded(guessMs.p99),
    }),
  }
}
