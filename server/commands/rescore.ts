import path from 'node:path'
import { gameId as gameIdSchema } from '#game/protocol/scalars'
import { CommandLineError, readCommandLine } from '#models/command-line'
import { type Judge, loadJudge } from '#models/judge'
import { readModelFolder } from '#models/model-folder'
import { type CheckedDrawing, isAgreed, rescoreGame, sumUp } from '#models/rescore-game'
import { readConfig } from '#server/config'
import { explainStart } from '#server/host/data-folder/explain'
import { createLog } from '#server/host/log'
import { openDatabase } from '#server/store/connect'
import { findReplay, type ReplayDrawing } from '#server/store/games/find-replay'

/** `npm run rescore -- GAME_ID`: scores a stored game again from its strokes; exit code 1 when anything differs. */

const judges = new Map<string, Promise<Judge>>()

function judgeOf(version: string): Promise<Judge> {
  const judge =
    judges.get(version) ?? readModelFolder(path.resolve('models', version)).then((files) => loadJudge(files))
  judges.set(version, judge)
  return judge
}

function describeDrawing({ drawing, round, check }: CheckedDrawing<ReplayDrawing>): string {
  const names = drawing.players.map(({ name }) => name).join(' + ')
  const verdict = isAgreed(sumUp([{ check }])) ? 'agrees' : `DIFFERS: ${check.again.points} points now`
  return `round ${round + 1}  ${drawing.prompt}  ${String(drawing.points).padStart(4)} points  ${check.sameGuesses}/${check.guesses} guesses  ${verdict}  ${names}`
}

async function run(gameId: string): Promise<number> {
  const config = readConfig()
  const database = await openDatabase(config, createLog({ logLevel: 'warn' })).catch((error) => {
    console.error(explainStart(error, config.dataFolder))
  })
  if (!database) return 1
  try {
    const replay = await findReplay(database.prisma, gameId)
    if (!replay) {
      console.log(`There is no game ${gameId}.`)
      return 1
    }
    if (replay.rounds.length > 0 && !replay.rounds.some(({ isKept }) => isKept)) {
      console.log('The drawings of this game are no longer kept.')
      return 1
    }
    const checked: CheckedDrawing<ReplayDrawing>[] = []
    for await (const one of rescoreGame(replay.rounds, judgeOf)) {
      console.log(describeDrawing(one))
      checked.push(one)
    }
    const sum = sumUp(checked)
    console.log(
      `${sum.sameGuesses} of ${sum.guesses} guesses, ${sum.sameLocks} of ${sum.drawings} locks and ${sum.samePoints} of ${sum.drawings} points agree.`,
    )
    return isAgreed(sum) ? 0 : 1
  } finally {
    await database.close()
  }
}

function readGameId(): string {
  const usage = 'npm run rescore -- GAME_ID   (the last part of the address of a replay)'
  const { positionals } = readCommandLine(usage, { allowPositionals: true })
  const [gameId, ...rest] = positionals.map((each) => gameIdSchema.safeParse(each))
  if (!gameId?.success || rest.length > 0) throw new CommandLineError(usage)
  return gameId.data
}

try {
  process.exitCode = await run(readGameId())
} catch (error) {
  if (!(error instanceof CommandLineError)) throw error
  console.error(error.message)
  process.exitCode = 1
}
