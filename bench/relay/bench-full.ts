import { type Report, rounded } from '../report'
import { type MeasuredRelay, measureRelay } from './measure-relay'

const playersPerRoom = 8
/** Twenty batches a second, as many as a phone that sends every 50 ms. */
const batchMs = 50
/** The last two are more than two cores can take: what is to be seen there is how the server bends. */
const roomsToMeasure = [30, 40, 50, 60, 90, 120]
/**
 * When the engine has compiled what it is going to, and when ticks and guesses that were given up meanwhile may be back; both long before
 * the round is over.
 */
const windows = [
  { fromMs: 12_000, toMs: 18_000 },
  { fromMs: 35_000, toMs: 45_000 },
]

/** How many rooms this machine takes, pens included, and what becomes of more. `FULL_ROOMS=60,120` measures these alone. */
export async function benchFull(): Promise<Report[]> {
  const chosen = process.env.FULL_ROOMS?.split(',').map(Number) ?? roomsToMeasure
  const rows: Record<string, Report['rows'][string]> = {}
  for (const rooms of chosen) {
    const start = { judge: 'champion', hasJournal: true }
    const of = { rooms, playersPerRoom, batchMs, file: 'game-server.ts', start, windows } as const
    for (const measured of await measureRelay(of)) {
      const { fromMs, toMs } = measured.span
      rows[`${rooms} rooms, ${fromMs / 1000} to ${toMs / 1000} s`] = rowOf(measured, rooms)
    }
  }
  return [
    {
      title: `Full: rooms of ${playersPerRoom} players, everybody drawing, ${1000 / batchMs} ink batches a second each`,
      rows,
      notes: [
        'A guess is timed from the pen to its return: of the newest ink that it has seen, and of all ink that no guess had seen before.',
        'Least and most are those of a room. The tick, how often canvases are asked about, and whether new rooms are refused, are what /metrics says.',
      ],
    },
  ]
}

function rowOf(measured: MeasuredRelay, rooms: number): Report['rows'][string] {
  const { tookMs, deliveries, cpuMicros, penCpuMicros, inkMs, guessMs, newestGuessMs, metrics } = measured
  const perSecond = measured.guessesOfRooms.map((guesses) => (guesses / playersPerRoom / tookMs) * 1000)
  const all = perSecond.reduce((sum, each) => sum + each, 0)
  return {
    'deliveries/s': Math.round((deliveries / tookMs) * 1000),
    'server CPU %': Math.round(cpuMicros / tookMs / 10),
    'pens CPU %': Math.round(penCpuMicros / tookMs / 10),
    'ink p50 ms': rounded(inkMs.p50),
    'ink p99 ms': rounded(inkMs.p99),
    'guesses/s each': rounded(all / rooms),
    least: rounded(Math.min(...perSecond)),
    most: rounded(Math.max(...perSecond)),
    'guess p99 ms, newest ink': rounded(newestGuessMs.p99),
    'all ink': rounded(guessMs.p99),
    'tick ms': Math.round((metrics.get('dash_tick_seconds') ?? Number.NaN) * 1000),
    'asked every ms': Math.round((metrics.get('dash_guess_interval_seconds') ?? Number.NaN) * 1000),
    busy: metrics.get('dash_busy') ?? Number.NaN,
  }
}
