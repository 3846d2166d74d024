import type { Prisma } from '#server/store/prisma'

/** How many reviewed samples there are, and of how many of them the network said what people agreed on. */
export type ReadRightly = { readonly count: number; readonly right: number }

export type LiveAccuracy = {
  readonly version: string
  /** [C15] Picked by chance: the share of right answers is that of play. */
  readonly control: ReadRightly
  /** Kept because they were hard, so that it is lower by the nature of them. */
  readonly hard: ReadRightly
}

type Row = { version: string; isControl: boolean; count: number; right: number }

/**
 * How networks did on what players drew, as far as it is reviewed: what each said at the time, of the rounds that it judged. Whatever may
 * not be reviewed or exported counts no more (`whereSample`).
 */
export async function measureLiveAccuracy(prisma: Prisma): Promise<LiveAccuracy[]> {
  const rows = await prisma.$queryRaw<Row[]>`
    select "judgeVersion" as version, 'control' = any(reasons) as "isControl",
      sum(count)::int as count, coalesce(sum(count) filter (where guess = label), 0)::int as right
    from "SampleTally" where label is not null and "judgeVersion" is not null
    group by 1, 2 having sum(count) > 0`
  const versions = [...new Set(rows.map(({ version }) => version))]
  return versions.map((version) => {
    const part = (isControl: boolean) => {
      const { count = 0, right = 0 } =
        rows.find((row) => row.version === version && row.isControl === isControl) ?? {}
      return { count, right }
    }
    return { version, control: part(true), hard: part(false) }
  })
}
