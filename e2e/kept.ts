import { unaskedVersion } from '#game/protocol/consent'
import { openDatabase } from '#server/store/connect'
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
    const { player, drawer } = database.prisma
    return await Promise.all(
      actors.map(async ({ name }) => {
        const found = await player.findFirst({
          where: { name },
          select: { id: true, hasConsented: true, _count: { select: { samples: true } } },
        })
        if (!found) return { drawings: 0, samples: 0, hasConsented: null }
        const drawings = await drawer.count({ where: { playerId: found.id } })
        return { drawings, samples: found._count.samples, hasConsented: found.hasConsented }
      }),
    )
  } finally {
    await database.close()
  }
}

/** Keeps all drawings of somebody as 0.5.0 did, which asked nobody. */
export async function keepUnasked({ name }: Pick<Actor, 'name'>, folder = dataFolder): Promise<void> {
  const database = await openDatabase({ dataFolder: folder }, silentLog)
  try {
    await database.prisma.$executeRaw`
      insert into "Sample" (id, "drawingId", "contributorId", reason, reasons, prompt, guess, thousandths, difficulty, "consentVersion")
      select gen_random_uuid(), drawing.id, player.id, 'control', array['control']::"SampleReason"[], drawing.prompt, 10, array_fill(0, array[11]), 0, ${unaskedVersion}
      from "Player" player join "Drawer" drawer on drawer."playerId" = player.id
        join "Drawing" drawing on drawing.id = drawer."drawingId"
      where player.name = ${name}`
  } finally {
    await database.close()
  }
}

/** Makes all rounds in a server's database that much older. */
export async function ageRounds(days: number, folder: string): Promise<void> {
  const database = await openDatabase({ dataFolder: folder }, silentLog)
  try {
    await database.prisma.$executeRaw`
      update "Round" set "endedAt" = "endedAt" - make_interval(days => ${days}::int)`
  } finally {
    await database.close()
  }
}
