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
  /** The hardest. */
  pictures: { id: string; prompt: number; ink: string }[]
}

export type ContributorPage = { contributors: ShownContributor[]; count: number; pageCount: number }

export const contributorsPerPage = 24
const mostPictures = 6

/** How large a share is at least, very probably: Wilson's lower bound at 95 %, so that one of one is less than ninety of a hundred. */
function leastShare(part: Sql.Sql, whole: Sql.Sql): Sql.Sql {
  const z = Sql.sql`1.645::float8`
  return Sql.sql`case when ${whole} = 0 then 0 else greatest(0,
    (${part} + ${z} * ${z} / 2 - ${z} * sqrt(${part}::float8 * (${whole} - ${part}) / ${whole} + ${z} * ${z} / 4))
    / (${whole} + ${z} * ${z})) end`
}

const tallies = Sql.sql`
  kept as (
    select "contributorId" as id, count(*)::int as samples, count(label)::int as reviewed,
      count(*) filter (where label <> prompt)::int as corrected, count(*) filter (where guess <> prompt)::int as misread
    from "Sample" group by "contributorId"),
  contributor as (
    select player.id, player.name, player.colour::int, player."isBanned", player."isExcluded",
      greatest(player.drawings, coalesce(samples, 0)) as drawings, coalesce(samples, 0) as samples,
      coalesce(misread, 0) as misread, coalesce(reviewed, 0) as reviewed, coalesce(corrected, 0) as corrected
    from "Player" player left join kept using (id)
    where kept.id is not null or player."isExcluded")`

/**
 * [C13] A page of contributors, those first whose drawings reviewers or the network most surely disagree with.
 * @param page from 1
 */
export async function listContributors(prisma: Prisma, page = 1): Promise<ContributorPage> {
  const doubt = Sql.sql`greatest(
    ${leastShare(Sql.sql`corrected`, Sql.sql`reviewed`)}, ${leastShare(Sql.sql`misread`, Sql.sql`drawings`)})`
  const [[total], rows] = await Promise.all([
    prisma.$queryRaw<{ count: number }[]>`
      select count(*)::int from "Player" player
      where "isExcluded" or exists (select from "Sample" where "contributorId" = player.id)`,
    prisma.$queryRaw<Contributor[]>`
      with ${tallies} select * from contributor order by ${doubt} desc, samples desc, id
      limit ${contributorsPerPage} offset ${(page - 1) * contributorsPerPage}`,
  ])
  const contributors = await Promise.all(
    rows.map(async (row) => ({ ...row, pictures: await hardest(prisma, row.id) })),
  )
  const count = total?.count ?? 0
  return { contributors, count, pageCount: Math.ceil(count / contributorsPerPage) }
}

async function hardest(prisma: Prisma, contributorId: PlayerId): Promise<ShownContributor['pictures']> {
  const samples = await prisma.sample.findMany({
    where: { contributorId },
    select: { id: true, prompt: true, drawing: { select: { ink: true } } },
    orderBy: [{ difficulty: 'desc' }, { id: 'asc' }],
    take: mostPictures,
  })
  return samples.map(({ drawing, ...sample }) => ({ ...sample, ink: drawing.ink }))
}
