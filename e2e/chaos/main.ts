import { parseArgs } from 'node:util'
import { quantile } from '../../bench/quantile'
import { runFuzz } from './fuzz'
import { type Kill, runKills } from './kills'

const usage = `npm run chaos [-- kills] [--phase NAME]... [--kills N] [--minutes N] [--rooms N] [--players N] [--within MS] [--preload LIBRARY]
npm run chaos -- fuzz [--frames N]`

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    phase: { type: 'string', multiple: true },
    kills: { type: 'string', default: '120' },
    minutes: { type: 'string', default: '60' },
    rooms: { type: 'string', default: '5' },
    players: { type: 'string', default: '4' },
    /** So long after a phase has begun the server is killed at the latest, ms. */
    within: { type: 'string', default: '1500' },
    /** Such as a library that slows down the disk. */
    preload: { type: 'string' },
    frames: { type: 'string', default: '300000' },
  },
})
/** Longer than this after a restart half of the players must not wait for their seats. */
const mostBackMs = 5_000
const phases = ['lobby', 'countdown', 'drawing', 'judging', 'reveal', 'finished']

async function kill(): Promise<boolean> {
  const { kills, games, rounds, locks, faults } = await runKills({
    phases: values.phase ?? phases,
    kills: Number(values.kills),
    longestMs: Number(values.minutes) * 60_000,
    rooms: Number(values.rooms),
    players: Number(values.players),
    rounds: 2,
    withinMs: Number(values.within),
    environment: values.preload ? { LD_PRELOAD: values.preload } : {},
    tell: (line) => console.log(line),
  })
  for (const phase of values.phase ?? phases) {
    const own = kills.filter((each) => each.phase === phase)
    console.log(`${phase}: ${own.length} kills, ${medians(own)}`)
  }
  console.log(
    `all: ${kills.length} kills, ${medians(kills)}; ${games} games of ${rounds} rounds, ${locks} locks, ${faults.length} faults`,
  )
  for (const fault of faults) console.log(`  ${fault}`)
  const backMs = quantile(
    kills.flatMap((each) => each.backMs),
    0.5,
  )
  // Also where nobody came back: then there is no median.
  const isSoon = backMs <= mostBackMs
  if (!isSoon) console.log(`too slow: half of the players have to be back within ${mostBackMs} ms`)
  return faults.length === 0 && isSoon
}

function medians(kills: readonly Kill[]): string {
  const back = kills.flatMap(({ backMs }) => backMs)
  const start = kills.map(({ startMs }) => startMs)
  const [median, p95, started] = [quantile(back, 0.5), quantile(back, 0.95), quantile(start, 0.5)].map(
    Math.round,
  )
  return `back on their seats after ${median} ms (median), ${p95} ms (p95); started in ${started} ms (median)`
}

async function fuzz(): Promise<boolean> {
  const { frames, connections, answers, faults } = await runFuzz(Number(values.frames), (line) =>
    console.log(line),
  )
  console.log(
    `${frames} hostile frames on ${connections} connections, ${answers} answers, ${faults.length} faults`,
  )
  for (const fault of faults) console.log(`  ${fault}`)
  return faults.length === 0
}

const [what = 'kills'] = positionals
if (what !== 'kills' && what !== 'fuzz') throw new Error(usage)
process.exit((await (what === 'fuzz' ? fuzz() : kill())) ? 0 : 1)
