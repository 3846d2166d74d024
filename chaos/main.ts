import { parseArgs } from 'node:util'
import { quantile } from '../bench/quantile'
import { runKills } from './kills'

const usage =
  'npm run chaos [-- kills|fuzz] [--phase NAME]... [--kills N] [--rooms N] [--players N] [--frames N]'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    phase: { type: 'string', multiple: true },
    kills: { type: 'string', default: '20' },
    rooms: { type: 'string', default: '5' },
    players: { type: 'string', default: '4' },
    frames: { type: 'string', default: '300000' },
  },
})
const phases = ['lobby', 'countdown', 'drawing', 'judging', 'reveal', 'finished']

async function kill(): Promise<boolean> {
  let isWell = true
  for (const phase of values.phase ?? phases) {
    const report = await runKills({
      phases: [phase],
      kills: Number(values.kills),
      rooms: Number(values.rooms),
      players: Number(values.players),
      environment: process.env.CHAOS_PRELOAD ? { LD_PRELOAD: process.env.CHAOS_PRELOAD } : {},
      tell: (line) => console.log(line),
    })
    const { kills, games, rounds, locks, faults, backMs, startMs } = report
    console.log(
      `${phase}: ${kills} kills, ${games} games of ${rounds} rounds finished, ${locks} locks seen, ${faults.length} faults; ` +
        `back after ${Math.round(quantile(backMs, 0.5))} ms (median), ${Math.round(quantile(backMs, 1))} ms (longest); ` +
        `started in ${Math.round(quantile(startMs, 0.5))} ms`,
    )
    for (const fault of faults) console.log(`  ${fault}`)
    isWell &&= faults.length === 0
  }
  return isWell
}

const [what = 'kills'] = positionals
if (what !== 'kills') throw new Error(usage)
process.exit((await kill()) ? 0 : 1)
