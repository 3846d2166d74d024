import { readOrExit } from '#models/command-line'
import { enterTempRoot } from '#server/testing/temp-root'
import { quantile } from '../../bench/report'
import { type Account, describeAccount } from './account'
import { runDisk } from './disk'
import { runFuzz } from './fuzz'
import { type Kill, runKills } from './kills'
import { runPostgres } from './postgres'
import { runSecondServer } from './second-server'

enterTempRoot()

const usage = `npm run chaos [-- kills] [--phase NAME]... [--kills N] [--minutes N] [--rooms N] [--players N] [--within MS] [--preload LIBRARY]
npm run chaos -- postgres [--times N] [--seconds N] [--rooms N] [--players N]
npm run chaos -- disk [--times N] [--seconds N] [--rooms N] [--players N]
npm run chaos -- second-server [--phase NAME]... [--rooms N] [--players N]
npm run chaos -- fuzz [--frames N]`

const { values, positionals } = readOrExit(usage, {
  allowPositionals: true,
  options: {
    phase: { type: 'string', multiple: true },
    kills: { type: 'string', default: '120' },
    minutes: { type: 'string', default: '60' },
    rooms: { type: 'string', default: '8' },
    players: { type: 'string', default: '4' },
    /** So long after a phase has begun the server is killed at the latest, ms. */
    within: { type: 'string', default: '1500' },
    /** Such as a library that slows down the disk. */
    preload: { type: 'string' },
    /** How often each fault is injected. */
    times: { type: 'string', default: '3' },
    /** How long the database is frozen, and the disk full. */
    seconds: { type: 'string', default: '60' },
    frames: { type: 'string', default: '300000' },
  },
})
/** The exit code of a scenario that this user or system cannot play. */
const notTried = 77
// Exit handlers also run after a signal.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

/** Longer than this after a restart half of the players must not wait for their seats. */
const mostBackMs = 5_000
const { phase: phases = ['lobby', 'countdown', 'drawing', 'judging', 'voting', 'reveal', 'finished'] } =
  values
const plan = {
  rooms: Number(values.rooms),
  players: Number(values.players),
  rounds: 2,
  tell: (line: string) => console.log(line),
}
const harm = { ...plan, times: Number(values.times) }

async function kill(): Promise<boolean> {
  const { kills, ...account } = await runKills({
    ...plan,
    phases,
    kills: Number(values.kills),
    longestMs: Number(values.minutes) * 60_000,
    withinMs: Number(values.within),
    environment: values.preload ? { LD_PRELOAD: values.preload } : {},
  })
  for (const phase of phases) {
    const own = kills.filter((each) => each.phase === phase)
    console.log(`${phase}: ${own.length} kills, ${medians(own)}`)
  }
  console.log(`all: ${kills.length} kills, ${medians(kills)}`)
  const backMs = quantile(
    kills.flatMap((each) => each.backMs),
    0.5,
  )
  // False also if nobody came back: then the median is NaN.
  const isSoon = backMs <= mostBackMs
  if (!isSoon) console.log(`too slow: half of the players have to be back within ${mostBackMs} ms`)
  return isWell(account) && isSoon
}

function medians(kills: readonly Kill[]): string {
  const back = kills.flatMap(({ backMs }) => backMs)
  const start = kills.map(({ startMs }) => startMs)
  const [median, p95, started] = [quantile(back, 0.5), quantile(back, 0.95), quantile(start, 0.5)].map(
    Math.round,
  )
  return `back on their seats after ${median} ms (median), ${p95} ms (p95); started in ${started} ms (median)`
}

async function harmPostgres(): Promise<boolean> {
  const { outages, ...account } = await runPostgres({ ...harm, frozenMs: Number(values.seconds) * 1_000 })
  for (const name of new Set(outages.map((each) => each.name))) {
    const readyMs = outages.filter((each) => each.name === name).map((each) => each.readyMs)
    console.log(`${name}: ${readyMs.length} times, ready again after ${quantile(readyMs, 0.5)} ms (median)`)
  }
  return isWell(account)
}

async function fillDisk(): Promise<boolean> {
  const account = await runDisk({ ...harm, fullMs: Number(values.seconds) * 1_000 })
  if (account) return isWell(account)
  console.log('Nothing was tried: only root on Linux can have a small disk (mount -t tmpfs).')
  process.exit(notTried)
}

async function fuzz(): Promise<boolean> {
  const { frames, connections, answers, faults } = await runFuzz(Number(values.frames), plan.tell)
  console.log(
    `${frames} hostile frames on ${connections} connections, ${answers} answers, ${faults.length} faults`,
  )
  for (const fault of faults) console.log(`  ${fault}`)
  return faults.length === 0
}

function isWell(account: Account): boolean {
  console.log(describeAccount(account))
  for (const fault of account.faults) console.log(`  ${fault}`)
  return account.faults.length === 0
}

const scenarios = new Map([
  ['kills', kill],
  ['postgres', harmPostgres],
  ['disk', fillDisk],
  ['second-server', async () => isWell(await runSecondServer({ ...plan, phases }))],
  ['fuzz', fuzz],
])
const scenario = scenarios.get(positionals[0] ?? 'kills')
if (!scenario) throw new Error(usage)
process.exit((await scenario()) ? 0 : 1)
