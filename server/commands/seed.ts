import path from 'node:path'
import { CommandLineError, readCommandLine } from '#models/command-line'
import { findChampionFolder } from '#models/model-folder'
import { suggestedNames } from '#server/auth/suggested-names'
import { readConfig } from '#server/config'
import { explainStart } from '#server/host/data-folder/explain'
import { createLog } from '#server/host/log'
import { endClient, openClient } from '#server/host/postgres/database-client'
import { keepAllBests } from '#server/store/boards/board-entries'
import { type Database, openDatabase } from '#server/store/connect'
import { recountContributors } from '#server/store/samples/contributor-tally'
import { tallyPlay } from '#server/store/samples/play-tally'
import { recountSamples } from '#server/store/samples/sample-tally'
import { fillDatabase } from './seed/fill'
import { wholeSize } from './seed/steps'

/**
 * `npm run seed [-- --scale 0.1]`: fills an empty database with two years of play, for measuring. One with games in it is left alone,
 * unless `--over NAME` names it: then all that it holds is deleted.
 */
const usage = 'npm run seed [-- --scale 0.1] [--over NAME_OF_A_DATABASE_TO_EMPTY]'

const formerJudge = 'digits-v1'
const mostNames = 500
const dayMs = 86_400_000
const keepDaysMs = 8 * dayMs

function readOptions(): { scale: number; over: string | undefined } {
  const { values } = readCommandLine(usage, {
    options: { scale: { type: 'string', default: '1' }, over: { type: 'string' } },
  })
  const scale = Number(values.scale)
  if (!(scale > 0 && scale <= 10)) throw new CommandLineError(`The scale is a number up to 10: ${usage}`)
  return { scale, over: values.over }
}

/** @throws CommandLineError for a database with games that nobody has named */
async function requireEmpty({ prisma, pool }: Database, over: string | undefined): Promise<void> {
  const { database, label } = pool.connection
  const [games, players] = await Promise.all([prisma.game.count(), prisma.player.count()])
  if (games + players === 0) return
  if (over !== database)
    throw new CommandLineError(
      `The database "${database}" at ${label} has ${games} games of ${players} players. Name an empty one in DATABASE_URL, or an empty folder in DATA_FOLDER. To delete all these games instead, add: --over ${database}`,
    )
  await prisma.$executeRaw`truncate "Player", "Game", "AdminAction", "PlayTally", "SampleTally", "Tombstone" cascade`
}

async function run(): Promise<void> {
  const { scale, over } = readOptions()
  const config = readConfig()
  const database = await openDatabase(config, createLog({ logLevel: 'warn' })).catch((error) => {
    throw new CommandLineError(explainStart(error, config.dataFolder))
  })
  const begunAt = Date.now()
  const onStep = (what: string) =>
    console.log(`${String(Math.round((Date.now() - begunAt) / 1000)).padStart(5)} s  ${what}`)
  try {
    await requireEmpty(database, over)
    const { connection } = database.pool
    const client = await openClient(connection, { options: `-c search_path=${connection.schema}` })
    const size = {
      players: Math.max(40, Math.round(wholeSize.players * scale)),
      games: Math.max(40, Math.round(wholeSize.games * scale)),
    }
    const judges = [formerJudge, path.basename(await findChampionFolder())] as const
    const names = suggestedNames('en').slice(0, mostNames)
    await fillDatabase(client, { size, judges, names, onStep }).finally(() => endClient(client))
    onStep('boards')
    await keepAllBests(database.prisma, new Date(Date.now() - keepDaysMs))
    onStep('overview')
    await tallyPlay(database.prisma, Date.now())
    await recountSamples(database.prisma)
    await recountContributors(database.prisma)
    await database.prisma.$executeRaw`vacuum analyze "BoardEntry"`
    await database.prisma.$executeRaw`vacuum analyze "ContributorTally"`
    onStep('done')
  } finally {
    await database.close()
  }
}

try {
  await run()
} catch (error) {
  if (!(error instanceof CommandLineError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
