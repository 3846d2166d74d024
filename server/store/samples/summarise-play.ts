import type { Prisma } from '#server/store/prisma'
import { playUntilNow } from './play-tally'
import { countSamples } from './sample-tally'

export type DigitSummary = {
  prompt: number
  drawings: number
  locked: number
  /** Median time from prompt to lock, ms; null when none locked. */
  lockMs: number | null
}

export type PlaySummary = {
  games: number
  rounds: number
  players: number
  samples: number
  unreviewedSamples: number
  /** Results that wait for an admin. */
  heldResults: number
  /** Digits that were drawn, in order. */
  digits: DigitSummary[]
}

type Line = DigitSummary & { of: string }

/** What has been played so far, for the admin's overview. */
export async function summarisePlay(prisma: Prisma): Promise<PlaySummary> {
  const [lines, players, samples, unreviewedSamples, heldResults] = await Promise.all([
    countPlay(prisma),
    prisma.player.count(),
    countSamples(prisma),
    countSamples(prisma, { isReviewed: false }),
    prisma.hold.count({ where: { decision: null } }),
  ])
  const countOf = (name: string) => lines.find(({ of }) => of === name)?.drawings ?? 0
  return {
    ...{ games: countOf('games'), rounds: countOf('rounds') },
    ...{ players, heldResults, samples, unreviewedSamples },
    digits: lines.filter(({ prompt }) => prompt !== null).map(({ of: _, ...digit }) => digit),
  }
}

/** A median is the mean of the two in the middle, which are one where the number is odd. */
async function countPlay(prisma: Prisma): Promise<Line[]> {
  return prisma.$queryRaw<Line[]>`
    with play as (${await playUntilNow(prisma)}), locks as (
      select of, "lockMs", sum(count) over (partition by of order by "lockMs") as upto,
        sum(count) over (partition by of) as total
      from play where "lockMs" >= 0
    ), medians as (
      select of, (min("lockMs") filter (where upto >= (total + 1) / 2)
        + min("lockMs") filter (where upto >= total / 2 + 1)) / 2::float8 as "lockMs"
      from locks group by of
    )
    select play.of, substring(play.of from '^digit-(.*)$')::int as prompt, sum(play.count)::int as drawings,
      coalesce(sum(play.count) filter (where play."lockMs" >= 0), 0)::int as locked, medians."lockMs"
    from play left join medians using (of) where play.count > 0
    group by play.of, medians."lockMs" order by play.of`
}
