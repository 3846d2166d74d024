import type { Prisma } from '#server/store/prisma'
import { whereSample } from './sample-filter'

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

/** What has been played so far, for the admin's overview. */
export async function summarisePlay(prisma: Prisma): Promise<PlaySummary> {
  const [games, rounds, players, samples, unreviewedSamples, heldResults, digits] = await Promise.all([
    prisma.game.count({ where: { finishedAt: { not: null } } }),
    prisma.round.count(),
    prisma.player.count(),
    prisma.sample.count({ where: whereSample({}) }),
    prisma.sample.count({ where: whereSample({ isReviewed: false }) }),
    prisma.hold.count({ where: { decision: null } }),
    prisma.$queryRaw<DigitSummary[]>`
      select prompt::int, count(*)::int as drawings, count("lockAtMs")::int as locked,
        percentile_cont(0.5) within group (order by "lockAtMs") as "lockMs"
      from "Drawing" where "pointCount" > 0 and sum is null and votes is null group by prompt order by prompt`,
  ])
  return { games, rounds, players, samples, unreviewedSamples, heldResults, digits }
}
