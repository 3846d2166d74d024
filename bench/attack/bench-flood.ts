import { setTimeout as pause } from 'node:timers/promises'
import { testSecret } from '#server/testing/game-server'
import { withServer } from '../../e2e/chaos/with-server'
import { startProcess } from '../process'
import { quantile } from '../quantile'
import type { Drawn, PensStart } from '../relay/pens'
import { type Report, rounded } from '../report'
import type { Flooded, FloodName, FloodStart } from './flooder'
import { readServer } from './read-server'

const connections = 20
const players = 4
const settleMs = 1_500
const measuredMs = 5_000
const repeats = 1

const floods: readonly FloodName[] = [
  ...(['messages', 'nonsense', 'pongs', 'pings', 'fragments', 'large frames', 'broken frames'] as const),
  ...(['posts', 'handshakes', 'strange sessions', 'questions', 'connects'] as const),
]

/** What connections that flood and ignore every close cost a room that draws beside them. */
export async function benchFlood(): Promise<Report[]> {
  const rows: Record<string, Report['rows'][string]> = {}
  await withServer({ environment: { SESSION_SECRET: testSecret } }, async ({ url, hasEnded }) => {
    for (const [place, flood] of floods.entries()) {
      rows[flood] = await measure(url, flood, `127.0.9.${place + 1}`)
      if (hasEnded()) throw new Error(`a flood of ${flood} has ended the server`)
    }
  })
  return [
    {
      title: `Flood: ${connections} connections from one address send all they can for ${measuredMs / 1000} s and ignore every close`,
      rows,
      notes: [
        `A room of ${players} draws beside them. Its ink is timed from the pen to each other player, quiet and under the flood, ${repeats} rounds each, in turn.`,
        'Whoever is cut comes again after 20 ms. The attackers are a process of their own with the lowest priority.',
      ],
    },
  ]
}

async function measure(url: string, flood: FloodName, localAddress: string): Promise<Report['rows'][string]> {
  const quiet: number[] = []
  const flooded: number[] = []
  const sums = { terminated: 0, quietCpu: 0, cpu: 0, megabytes: 0, opened: 0 }
  for (let round = 0; round < repeats; round++) {
    const atFirst = await readServer(url)
    quiet.push(...(await draw(url, () => pause(measuredMs))))
    const before = await readServer(url)
    sums.quietCpu += before.cpuSeconds - atFirst.cpuSeconds
    const start: FloodStart = { url, localAddress, flood, connections, forMs: measuredMs }
    // Ready before the room draws: what it costs to start them is not the flood.
    const attackers = await startProcess<'ready', 'flood', Flooded>(
      new URL('flooder.ts', import.meta.url),
      start,
    )
    try {
      const attack = async () => {
        const { connections: opened, megabytes } = await attackers.ask('flood')
        sums.opened += opened
        sums.megabytes += megabytes
      }
      flooded.push(...(await draw(url, attack)))
    } finally {
      await attackers.stop()
    }
    const after = await readServer(url)
    sums.terminated += after.terminated - before.terminated
    sums.cpu += after.cpuSeconds - before.cpuSeconds
  }
  return {
    'quiet p99 ms': rounded(quantile(quiet, 0.99)),
    'flood p50 ms': rounded(quantile(flooded, 0.5)),
    'flood p99 ms': rounded(quantile(flooded, 0.99)),
    'p99 grows by ms': Math.round(quantile(flooded, 0.99) - quantile(quiet, 0.99)),
    'ink heard %': Math.round((flooded.length / quiet.length) * 100),
    'connections tried': sums.opened,
    terminated: sums.terminated,
    'MB taken': Math.round(sums.megabytes),
    'server CPU s, quiet': rounded(sums.quietCpu),
    'server CPU s, flood': rounded(sums.cpu),
  }
}

/** A new room draws during `meanwhile`. @returns how long its ink took, ms */
async function draw(url: string, meanwhile: () => Promise<unknown>): Promise<readonly number[]> {
  const start: PensStart = { url, relay: 'game', rooms: 1, playersPerRoom: players }
  const pens = await startProcess<'drawing', 'collect', Drawn>(
    new URL('../relay/pens.ts', import.meta.url),
    start,
  )
  try {
    await pause(settleMs)
    await pens.ask('collect')
    await meanwhile()
    return (await pens.ask('collect')).inkMs
  } finally {
    await pens.stop()
  }
}
