import { readOrExit } from '#models/command-line'
import { readConfig } from '#server/config'
import { explainStart } from '#server/host/data-folder/explain'
import { createLog } from '#server/host/log'
import { openDatabase } from '#server/store/connect'
import { retentionPolicy } from '#server/store/retention/policy'
import { prune } from '#server/store/retention/prune'

/** `npm run prune [-- --dry-run]`: prunes what is no longer kept, or counts it and deletes nothing. May be stopped, and run while the server does. */

async function run(isDryRun: boolean): Promise<number> {
  const config = readConfig()
  const database = await openDatabase(config, createLog({ logLevel: 'warn' })).catch((error) => {
    console.error(explainStart(error, config.dataFolder))
  })
  if (!database) return 1
  const closing = new AbortController()
  process.once('SIGINT', () => closing.abort())
  try {
    const policy = retentionPolicy(config, Date.now())
    const report = await prune(database.prisma, {
      ...{ policy, isDryRun, dataFolder: config.dataFolder },
      signal: closing.signal,
    })
    console.log(isDryRun ? 'Would be pruned:' : 'Pruned:')
    for (const [name, { rows, bytes }] of Object.entries(report))
      console.log(`${name.padEnd(16)} ${String(rows).padStart(10)}   ${megabytes(bytes).padStart(10)} MB`)
    return 0
  } finally {
    await database.close()
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(2)
}

const options = { 'dry-run': { type: 'boolean', default: false } } as const
const { values } = readOrExit('npm run prune [-- --dry-run]', { options })
process.exitCode = await run(values['dry-run'])
