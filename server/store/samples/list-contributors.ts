import type { PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import { Prisma as Sql } from '../generated/client'

/** Somebody whose drawings are kept, or were, with what speaks for and against them. */
export type Contributor = {
  id: PlayerId
  name: string
  colour: number
  isBanned: boolean
  isExcluded: boolean
  /** All that they drew in games. */
  drawings: number
  /** Those of them that are kept. */
  samples: number
  /** Of these, those that the network took for something else than what was asked for. */
  misread: number
  /** Of these, those that people agreed on, and those where they agreed on something else than what was asked for. */
  reviewed: number
  corrected: number
}

export type ShownContributor = Contributor & {
  /** How large a share is wrong at least, very probably. */
  doubt: number
  /** The hardest. */
  pictures: { id: string; prompt: number; ink: string }[]
}

/** A contributor of a page that is shown, as the next page begins after its last, and the one before ends before its first. */
export type ContributorCursor = Pick<ShownContributor, 'doubt' | 'samples' | 'id'> & {
  readonly side: 'after' | 'before'
}

export type ContributorPage = { contributors: ShownContributor[]; count: number; pageCount: number }

export const contributorsPerPage = 24
const mostPictures = 6

/**
 * [C13] A page of contributors, those first whose drawings reviewers or the network most surely disagree with, as `tallyContributors` has
 * counted them.
 * @param page from 1
 * @param cursor what the page is next to: so it is found off the index (keyset pagination), and not by all the contributors before
 */
export async function listContributors(
  prisma: Prisma,
  { page = 1, cursor }: { readonly page?: number; readonly cursor?: ContributorCursor } = {},
): Promise<ContributorPage> {
  const [[total], rows] = await Promise.all([
    prisma.$queryRaw<{ count: number }[]>`select count(*)::int from "ContributorTally"`,
    prisma.$queryRaw<Omit<ShownContributor, 'pictures'>[]>`
      select id, name, colour, "isBanned", "isExcluded", greatest(drawings, samples) as drawings, samples, misread, reviewed, corrected,
        doubt
      from (
        select * from "ContributorTally" ${cursor ? beside(cursor) : counted(page)} limit ${contributorsPerPage}
      ) tally cross join lateral (
        select id, name, colour::int, "isBanned", "isExcluded", drawings from "Player" where id = "playerId" limit 1
      ) player
      order by doubt desc, samples desc, id desc`,
  ])
  const pictures = await hardestOf(
    prisma,
    rows.map(({ id }) => id),
  )
  const contributors = rows.map((row) => ({
    ...row,
    pictures: pictures.flatMap(({ contributorId, ...picture }) =>
      contributorId === row.id ? [picture] : [],
    ),
  }))
  const count = total?.count ?? 0
  return { contributors, count, pageCount: Math.ceil(count / contributorsPerPage) }
}

const worstFirst = Sql.sql`order by doubt desc, samples desc, "playerId" desc`

function beside({ side, doubt, samples, id }: ContributorCursor): Sql.Sql {
  const key = Sql.sql`(doubt, samples, "playerId")`
  const place = Sql.sql`(${doubt}::float8, ${samples}::int, ${id}::uuid)`
  return side === 'after'
    ? Sql.sql`where ${key} < ${place} ${worstFirst}`
    : Sql.sql`where ${key} > ${place} order by doubt, samples, "playerId"`
}

function counted(page: number): Sql.Sql {
  return Sql.sql`${worstFirst} offset ${(page - 1) * contributorsPerPage}`
}

type Picture = ShownContributor['pictures'][number]

/** Of each the hardest few, the hardest first, in one query. */
function hardestOf(
  prisma: Prisma,
  contributors: readonly PlayerId[],
): Promise<(Picture & { contributorId: PlayerId })[]> {
  return prisma.$queryRaw`
    select player.id as "contributorId", hardest.id, hardest.prompt, hardest.ink
    from unnest(${[...contributors]}::uuid[]) as player (id) cross join lateral (
      select sample.id, sample.difficulty, sample.prompt::int, drawing.ink
      from "Sample" sample join "Drawing" drawing on drawing.id = sample."drawingId"
      where sample."contributorId" = player.id
      order by sample.difficulty desc, sample.id limit ${mostPictures}
    ) hardest
    order by hardest.difficulty desc, hardest.id`
}
