import { setTimeout as pause } from 'node:timers/promises'
import { testSecret } from '#server/testing/game-server'
import { withServer } from '../../e2e/chaos/with-server'
import { startProcess } from '../process'
import type { PensQuestion, PensSeen, PensStart } from '../relay/pens'
import { type Report, rounded } from '../report'
import type { Flooded, FloodFrom, FloodName, FloodStart } from './flooder'
import { readServer } from './read-server'

const connections = 20
const players = 4
const settleMs = 1_500
const measuredMs = 4_000
/** Until the last of a flood is gone. */
const restMs = 500
const repeats = 3

const floods: readonly FloodName[] = [
  'nothing',
  ...(['messages', 'nonsense', 'pongs', 'pings', 'fragments', 'large frames', 'broken frames'] as const),
  ...([
    'posts',
    'handshakes',
    'strange sessions',
    'questions',
    'forged questions',
    'pages',
    'pages with cookies',
    'pages that are not there',
    'upgrades',
    'connects',
  ] as const),
]

/** The latency of a room while other connections flood the server and ignore every close frame. */
export async function benchFlood(wanted: readonly FloodName[] = floods): Promise<Report[]> {
  const rows: Record<string, Report['rows'][string]> = {}
  await withServer({ environment: { SESSION_SECRET: testSecret } }, async ({ url, hasEnded }) => {
    for (const [place, flood] of wanted.entries()) {
      rows[flood] = await measure(url, flood, (round) => `127.0.9.${place * repeats + round + 1}`)
      if (hasEnded()) throw new Error(`a flood of ${flood} has ended the server`)
    }
  })
  return [
    {
      title: `Flood: ${connections} connections from one address send all they can for ${measuredMs / 1000} s and ignore every close`,
      rows,
      notes: [
        `A room of ${players} draws beside them. Its ink is timed from the pen to each other player, quiet and under the flood, in turn, ${repeats} times, each flood from another address.`,
        'In the row "nothing" they send nothing: what grows there is the noise of this machine.',
        'A p99 is the median of those of all turns; by how much it grows, of the pairs, with the least and the most.',
        'Whoever is cut comes again after 20 ms. The attackers are a process of their own with the lowest priority.',
      ],
    },
  ]
}

async function measure(
  url: string,
  flood: FloodName,
  addressOf: (round: number) => string,
): Promise<Report['rows'][string]> {
  const start: FloodStart = { url, flood, connections, forMs: measuredMs }
  // Ready before the room draws: what it costs to start them is not the flood.
  const attackers = await startProcess<'ready', FloodFrom, Flooded>(
    new URL('flooder.ts', import.meta.url),
    start,
  )
  const pens = await openPens(url)
  const turns: Turn[] = []
  try {
    for (let round = 0; round < repeats; round++) turns.push(await takeTurn(addressOf(round)))
  } finally {
    await Promise.all([attackers.stop(), pens.stop()])
  }

  async function takeTurn(localAddress: string) {
    await pause(restMs)
    await pens.ask('collect')
    const atFirst = await readServer(url)
    await pause(measuredMs)
    const quietMs = (await pens.ask('collect')).inkMs
    const before = await readServer(url)
    const flooded = await attackers.ask({ localAddress })
    const floodMs = (await pens.ask('collect')).inkMs
    const after = await readServer(url)
    return {
      ...flooded,
      quietP99: quietMs.p99,
      floodP50: floodMs.p50,
      floodP99: floodMs.p99,
      heard: floodMs.count / quietMs.count,
      terminated: after.terminated - before.terminated,
      quietCpu: before.cpuSeconds - atFirst.cpuSeconds,
      cpu: after.cpuSeconds - before.cpuSeconds,
    }
  }
  type Turn = Awaited<ReturnType<typeof takeTurn>>

  const median = (name: keyof Turn) =>
    turns.map((turn) => turn[name]).sort((a, b) => a - b)[repeats >> 1] ?? 0
  const growth = turns.map(({ quietP99, floodP99 }) => Math.round(floodP99 - quietP99)).sort((a, b) => a - b)
  return {
    'quiet p99 ms': rounded(median('quietP99')),
    'flood p50 ms': rounded(median('floodP50')),
    'flood p99 ms': rounded(median('floodP99')),
    'p99 grows by ms': growth[repeats >> 1] ?? 0,
    least: growth[0] ?? 0,
    most: growth.at(-1) ?? 0,
    'ink heard %': Math.round(median('heard') * 100),
    'connections tried': median('connections'),
    terminated: median('terminated'),
    'MB taken': Math.round(median('megabytes')),
    'server CPU s, quiet': rounded(median('quietCpu')),
    'server CPU s, flood': rounded(median('cpu')),
  }
}

/** A new room that draws from now on. */
async function openPens(url: string) {
  const start: PensStart = { url, relay: 'game', rooms: 1, playersPerRoom: players }
  const pens = await startProcess<'drawing', PensQuestion, PensSeen>(
    new URL('../relay/pens.ts', import.meta.url),
    start,
  )
  await pause(settleMs)
  return pens
}
