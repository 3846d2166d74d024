import { unaskedVersion } from '#game/protocol/consent'
import { openDatabase } from '#server/database/connect'
import { silentLog } from '#server/testing/database'
import type { Actor } from './actor'
import { dataFolder } from './server'

export type Kept = {
  readonly drawings: number
  readonly samples: number
  /** Null as long as nobody has answered. */
  readonly hasConsented: boolean | null
}

/** What a server's database has of each of these people, in their order; their names have to be nobody else's. */
export async function keptOf(actors: readonly Pick<Actor, 'name'>[], folder = dataFolder): Promise<Kept[]> {
  const database = await openDatabase({ dataFolder: folder }, silentLog)
  try {
    const players = await database.prisma.$queryRaw<(Kept & { name: string })[]>`
      select name, "hasConsented",
        (select count(*)::int from "Drawer" drawer where drawer."playerId" = player.id) as drawings,
        (select count(*)::int from "Sample" sample where sample."contributorId" = player.id) as samples
      from "Player" player where name = any(${actors.map(({ name }) => name)})`
    return actors.map((actor) => {
      const {
        drawings = 0,
        samples = 0,
        hasConsented = null,
      } = players.find(({ name }) => name === actor.name) ?? {}
      return { drawings, samples, hasConsented }
    })
  } finally {
    await database.close()
  }
}

/** Keeps all drawings of somebody as 0.5.0 did, which asked nobody. */
export async function keepUnasked({ name }: Pick<Actor, 'name'>, folder = dataFolder): Promise<void> {
  const database = await openDatabase({ dataFolder: folder }, silentLog)
  try {
    await database.prisma.$executeRaw`
      insert into "Sample" (id, "drawingId", "contributorId", reason, prompt, guess, thousandths, difficulty, "consentVersion")
      select gen_random_uuid(), drawing.id, player.id, 'control', drawing.prompt, 10, array_fill(0, array[11]), 0, ${unaskedVersion}
      from "Player" player join "Drawer" drawer on drawer."playerId" = player.id
        join "Drawing" drawing on drawing.id = drawer."drawingId"
      where player.name = ${name}`
  } finally {
    await database.close()
  }
}
