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
    select sample."judgeVersion" as version, 'control' = any(sample.reasons) as "isControl",
      count(*)::int as count, (count(*) filter (where sample.guess = sample.label))::int as right
    from "Sample" sample join "Player" contributor on contributor.id = sample."contributorId"
    where sample.label is not null and sample."judgeVersion" is not null and not sample."isHeld"
      and contributor."hasConsented" and not contributor."isExcluded"
    group by 1, 2`
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
