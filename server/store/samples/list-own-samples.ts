import type { PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'

/** A drawing that a player lent for training, as they see it. */
export type OwnSample = {
  id: string
  prompt: number
  /** What the network said in the end; 10 is "not a digit". */
  guess: number
  createdAt: Date
  gameId: string
  /** The op log in the form of game/drawing/ink-codec. */
  ink: string
}

export type OwnSamplePage = { samples: OwnSample[]; count: number; pageCount: number }

const perPage = 24

/** A page of a contributor's samples, newest first. @param page from 1 */
export async function listOwnSamples(
  prisma: Prisma,
  contributorId: PlayerId,
  page = 1,
): Promise<OwnSamplePage> {
  const where = { contributorId }
  const [count, rows] = await prisma.$transaction([
    prisma.sample.count({ where }),
    prisma.sample.findMany({
      where,
      select: {
        id: true,
        prompt: true,
        guess: true,
        createdAt: true,
        drawing: { select: { ink: true, round: { select: { gameId: true } } } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'asc' }],
      skip: (page - 1) * perPage,
      take: perPage,
    }),
  ])
  const samples = rows.map(({ drawing, ...columns }) => ({
    ...columns,
    ink: drawing.ink,
    gameId: drawing.round.gameId,
  }))
  return { samples, count, pageCount: Math.ceil(count / perPage) }
}
