import { setTimeout as pause } from 'node:timers/promises'
import { query } from '#server/testing/database'
import type { Arena } from './arena'
import type { SeenGame } from './witness'

/** What was played in an arena, and what was lost of it. */
export type Account = {
  readonly games: number
  readonly rounds: number
  readonly locks: number
  readonly votes: number
  readonly ghostRaces: number
  /** How often a disconnected player has missed the end of a game that others saw. */
  readonly missedEnds: number
  /** Differences between what players were shown and what was stored; empty when all is well. */
  readonly faults: readonly string[]
}

/** How long finished games may take into the database. */
const deliveryMs = 60_000

/** Finishes the running games, closes the arena, and compares what everybody saw with the database. */
export async function settleAccount(arena: Arena, databaseUrl: string): Promise<Account> {
  await arena.finish()
  const games = arena.rooms.flatMap(({ witness }) => [...witness.games.values()])
  const missing = await missingFrom(databaseUrl, games)
  arena.close()
  const sum = (count: 'locks' | 'votes' | 'ghostRaces' | 'missedEnds') =>
    arena.rooms.reduce((all, { witness }) => all + witness[count], 0)
  return {
    games: games.length,
    rounds: games.reduce((all, { drawings }) => all + drawings.length, 0),
    ...{ locks: sum('locks'), votes: sum('votes'), ghostRaces: sum('ghostRaces') },
    missedEnds: sum('missedEnds'),
    faults: [...faultsOf(arena), ...missing],
  }
}

export function faultsOf(arena: Arena): string[] {
  return arena.rooms.flatMap(({ witness }) => witness.faults)
}

export const describeAccount = ({ games, rounds, locks, votes, ghostRaces, missedEnds, faults }: Account) =>
  `${games} games of ${rounds} rounds, ${ghostRaces} against ghosts, ${locks} locks, ${votes} votes, ${missedEnds} ends missed by who was cut off, ${faults.length} faults`

/** @returns what everybody saw and the database does not have, once the outbox has had the time to deliver it */
async function missingFrom(url: string, games: readonly SeenGame[]): Promise<string[]> {
  const giveUpAt = performance.now() + deliveryMs
  for (;;) {
    const missing: string[] = []
    // One after the other: the built-in Postgres has few connections.
    for (const game of games) missing.push(...(await compare(url, game)))
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
