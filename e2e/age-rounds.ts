import { readConfig } from '../server/config'
import { createLog } from '../server/host/log'
import { openDatabase } from '../server/store/connect'

/** `age-rounds.ts DAYS`: makes all rounds in the database that much older. */
const database = await openDatabase(readConfig(), createLog({ logLevel: 'warn' }))
await database.prisma.$executeRaw`
  update "Round" set "endedAt" = "endedAt" - make_interval(days => ${Number(process.argv[2])}::int)`
await database.close()
