import { randomUUID } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { encodeInk } from '#game/drawing/ink-codec'
import type { GameHeader, GameRecord, RecordedPlayer, RoundRecord } from '#game/records/record'
import { createLog } from '#server/host/log'
import { openDatabase } from '#server/store/connect'
import { type Outbox, openOutbox } from '#server/store/outbox/outbox'
import { createStore } from '#server/store/outbox/store'
import { drawingBy, gameHeader, gameOf, guessFor, roundOf, standingOf } from '#server/testing/records'
import { type Report, rounded } from '../report'

const warmUpGames = 20
const games = 120
const rounds = 5
const playersPerGame = 8

/** How many finished rounds a second the outbox gets into the database, when more wait than it can write: with its disk, and safe on it. */
export async function benchSaving(): Promise<Report[]> {
  const dataFolder = await mkdtemp(path.join(tmpdir(), 'bench-saving-'))
  await chmod(dataFolder, 0o711)
  const log = createLog({ logLevel: 'warn' })
  const database = await openDatabase({ dataFolder }, log)
  try {
    const outbox = await openOutbox(path.join(dataFolder, 'outbox'), createStore(database.prisma), log)
    // A server that has run for a while has compiled what it runs.
    await write(outbox, recordsOf(warmUpGames))
    const records = recordsOf(games)
    const begunAt = performance.now()
    await write(outbox, records)
    const seconds = (performance.now() - begunAt) / 1000
    await outbox.close()
    return [
      {
        title: `Saving: ${games} games of ${rounds} rounds and ${playersPerGame} players wait in the outbox`,
        rows: {
          outbox: {
            'rounds/s': rounded((games * rounds) / seconds),
            'drawings/s': rounded((games * rounds * playersPerGame) / seconds),
          },
        },
        notes: ['The ends of the games are written as well: results, ratings, achievements and boards.'],
      },
    ]
  } finally {
    await database.close()
    await rm(dataFolder, { recursive: true, force: true })
  }
}

type Records = { readonly rounds: readonly RoundRecord[]; readonly games: readonly GameRecord[] }

async function write(outbox: Outbox, { rounds, games }: Records): Promise<void> {
  for (const round of rounds) void outbox.writeRound(round)
  for (const game of games) void outbox.writeGame(game)
  await Promise.all(games.map(({ id }) => outbox.delivered(id)))
}

/** What so many games leave behind, round by round. */
function recordsOf(count: number): Records {
  const played = Array.from({ length: count }, (_, number) => newGame(number))
  return {
    rounds: Array.from({ length: rounds }, (_, round) =>
      played.map(({ game, players }) => roundOf(game, round, drawings(players, round))),
    ).flat(),
    games: played.map(({ game, players }) => {
      const standings = players.map((player, place) =>
        standingOf(player, 300 * place, { rank: playersPerGame - place, firstCanvas: place, rounds }),
      )
      return gameOf(game, standings, { rounds })
    }),
  }
}

function newGame(number: number): { game: GameHeader; players: RecordedPlayer[] } {
  const players = Array.from({ length: playersPerGame }, (_, place) => ({
    ...{ id: randomUUID(), name: `Pen ${place}`, colour: place },
  }))
  const game = gameHeader({ startedAt: Date.now() - 120_000 + number, seed: number })
  return { game: { ...game, settings: { ...game.settings, rounds } }, players }
}

/** Ink that no other drawing has, with as many guesses as a digit gets. */
function drawings(players: readonly RecordedPlayer[], round: number) {
  return players.map((player, canvas) => {
    const points = Array.from({ length: 24 }, (_, step) => ({
      x: 300 + Math.round(Math.random() * 400),
      y: 100 + step * 30,
      t: 400 + step * 16,
    }))
    const ink = encodeInk([
      { kind: 'draw', atMs: 800, points },
      { kind: 'lift', atMs: 810 },
    ])
    const guesses = Array.from({ length: 14 }, (_, op) => guessFor(round, 300 + op * 50, op + 1))
    return drawingBy([player], {
      ...{ canvas, prompt: round, ink, guesses, pointCount: points.length },
      lock: { atMs: 700 + canvas * 90, guessIndex: 12, heldIndex: 13 },
    })
  })
}
