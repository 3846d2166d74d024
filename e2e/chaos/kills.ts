import { setTimeout as pause } from 'node:timers/promises'
import { query } from '#server/testing/database'
import { type Arena, openArena } from './arena'
import { withServer } from './with-server'
import type { SeenGame } from './witness'

export type KillPlan = {
  /** The server is killed in each of these phases in turn, as soon as some room is in it. */
  readonly phases: readonly string[]
  readonly kills: number
  /** Where the kills take longer, there are fewer of them. */
  readonly longestMs?: number
  readonly rooms: number
  readonly players: number
  readonly rounds: number
  /** How long after a phase has begun the server is killed at the latest, ms. */
  readonly withinMs?: number
  /** Added to the server's environment, such as a library that slows its disk down. */
  readonly environment?: Record<string, string>
  readonly tell?: (line: string) => void
}

export type Kill = {
  readonly phase: string
  /** How long the server took to start, ms. */
  readonly startMs: number
  /** From the moment the server listens to everybody on their seat, for each player, ms. */
  readonly backMs: readonly number[]
}

export type KillReport = {
  readonly kills: readonly Kill[]
  readonly games: number
  readonly rounds: number
  readonly locks: number
  /** What anybody was shown and what became of it otherwise; empty when all is well. */
  readonly faults: readonly string[]
}

/** How long finished games may take into the database. */
const deliveryMs = 60_000

/** Kills a real server again and again while bots play on it, and says what was lost. */
export async function runKills(plan: KillPlan): Promise<KillReport> {
  const { phases, kills, rooms, players, rounds, withinMs = 1_500, environment = {}, tell = () => {} } = plan
  return withServer(environment, async ({ url, secret, databaseUrl, kill, start }) => {
    const arena = await openArena(url, secret, { rooms, players, rounds })
    const done: Kill[] = []
    const giveUpAt = performance.now() + (plan.longestMs ?? Number.POSITIVE_INFINITY)
    for (let index = 0; index < kills && performance.now() < giveUpAt; index++) {
      const phase = phases[index % phases.length] ?? 'drawing'
      await arena.reaches(phase)
      // Anywhere in the phase, not always at its beginning.
      if (phase !== 'judging') await pause(Math.random() * withinMs)
      await kill()
      const killedAt = performance.now()
      await start()
      const startMs = performance.now() - killedAt
      const backMs = await arena.isBack()
      done.push({ phase, startMs, backMs })
      const [started, back] = [startMs, Math.max(...backMs)].map(Math.round)
      const faults = faultsOf(arena).length
      tell(`kill ${index + 1} in ${phase}: started in ${started} ms, back after ${back} ms, ${faults} faults`)
    }
    await arena.finish()
    const games = arena.rooms.flatMap(({ witness }) => [...witness.games.values()])
    const missing = await missingFrom(databaseUrl, games)
    arena.close()
    return {
      kills: done,
      games: games.length,
      rounds: games.reduce((sum, { drawings }) => sum + drawings.length, 0),
      locks: arena.rooms.reduce((sum, { witness }) => sum + witness.locks, 0),
      faults: [...faultsOf(arena), ...missing],
    }
  })
}

function faultsOf(arena: Arena): string[] {
  return arena.rooms.flatMap(({ witness }) => witness.faults)
}

/** @returns what everybody saw and the database does not hold as they saw it, once all has had time to get there */
async function missingFrom(url: string, games: readonly SeenGame[]): Promise<string[]> {
  const giveUpAt = performance.now() + deliveryMs
  for (;;) {
    const missing = (await Promise.all(games.map((game) => compare(url, game)))).flat()
    if (missing.length === 0 || performance.now() > giveUpAt) return missing
    await pause(500)
  }
}

async function compare(url: string, { gameId, standings, drawings }: SeenGame): Promise<string[]> {
  const results = await query<{ playerId: string; score: number; rank: number }>(
    url,
    `select "playerId", score, rank from "Result" where "gameId" = '${gameId}'`,
  )
  const stored = await query<{
    index: number
    canvas: number
    place: number
    points: number
    lock: number | null
  }>(
    url,
    `select r.index, d.canvas, d.index as place, d.points, d."lockAtMs" as lock
     from "Drawing" d join "Round" r on r.id = d."roundId" where r."gameId" = '${gameId}'`,
  )
  const missing = standings.flatMap(({ playerId, score, rank }) =>
    results.some((row) => row.playerId === playerId && row.score === score && row.rank === rank)
      ? []
      : [`game ${gameId}: the result of ${playerId} is not stored as it was shown`],
  )
  const expected = drawings.flatMap((round, index) =>
    round.map(({ canvas, index: place, points, lock }) => ({
      index,
      canvas,
      place,
      points,
      lock: lock?.atMs ?? null,
    })),
  )
  if (stored.length !== expected.length)
    missing.push(`game ${gameId}: ${stored.length} drawings are stored, ${expected.length} were shown`)
  const keys = new Set(stored.map((row) => JSON.stringify(row)))
  const others = expected.filter((row) => !keys.has(JSON.stringify(row)))
  if (others.length > 0)
    missing.push(`game ${gameId}: ${others.length} drawings are not stored as they were shown`)
  return missing
}
