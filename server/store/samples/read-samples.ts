import type { PlayerId } from '#game/protocol/scalars'
import { isRevealed } from '#server/store/daily/revealed-days'
import type { Prisma } from '#server/store/prisma'
import { isWanted, type SampleFilter } from './sample-filter'
import type { SampleReason } from './sample-reasons'

/** A sample with all that an export tells of it. */
export type KeptSample = {
  id: string
  contributorId: PlayerId
  reason: SampleReason
  /** All that hold, `reason` first. */
  reasons: SampleReason[]
  prompt: number
  /** 10 is "not a digit". */
  guess: number
  thousandths: number[]
  difficulty: number
  /** How many people read each label in it; empty where nobody voted. */
  votes: number[]
  /** What people agreed on; 10 is "not a digit", null while nobody has. */
  label: number | null
  /** How many reviewers gave a verdict, and how many of them the label. */
  verdicts: number
  agreeing: number
  consentVersion: number
  /** The op log in the form of game/drawing/ink-codec. */
  ink: string
  lockMs: number | null
  wrongLocks: number
  judgeVersion: string
  /** When its round began. */
  drawnAt: Date
}

type Choice = { id: string; contributorId: PlayerId; prompt: number; label: number | null }

/** What may be exported now of a filter, oldest first. @param onlyReviewed [C11] leaves out what people have not agreed on */
export function chooseSamples(
  prisma: Prisma,
  filter: SampleFilter,
  onlyReviewed: boolean,
): Promise<Choice[]> {
  return prisma.$queryRaw<Choice[]>`
    select sample.id, sample."contributorId", sample.prompt::int, sample.label::int
    from "Sample" sample
      join "Player" contributor on contributor.id = sample."contributorId"
      join "Drawing" drawing on drawing.id = sample."drawingId"
      join "Round" round on round.id = drawing."roundId"
      join "Game" game on game.id = round."gameId"
    where ${isWanted(filter)} and ${isRevealed(Date.now())} and (sample.label is not null or not ${onlyReviewed})
    order by sample."createdAt", sample.id`
}

/**
 * Samples by their ids, in that order, so many at a time, so that memory holds no more of them. What is no longer lent [C4] when its
 * turn comes is left out.
 */
export async function* readChosen(
  prisma: Prisma,
  ids: readonly string[],
  rowsPerRead = 500,
): AsyncGenerator<KeptSample> {
  for (let from = 0; from < ids.length; from += rowsPerRead)
    yield* await readRows(prisma, ids.slice(from, from + rowsPerRead))
}

/** All samples that existed when the reading began and that may be exported, oldest first. */
export async function* readSamples(
  prisma: Prisma,
  filter: SampleFilter = {},
  rowsPerRead = 500,
): AsyncGenerator<KeptSample> {
  const chosen = await chooseSamples(prisma, filter, false)
  yield* readChosen(
    prisma,
    chosen.map(({ id }) => id),
    rowsPerRead,
  )
}

function readRows(prisma: Prisma, ids: readonly string[]): Promise<KeptSample[]> {
  return prisma.$queryRaw<KeptSample[]>`
    with last as (
      select distinct on ("sampleId", reviewer) "sampleId", verdict from "Review"
      where "sampleId" = any(${ids}::uuid[]) order by "sampleId", reviewer, "createdAt" desc, id desc),
    counted as (
      select last."sampleId", count(*)::int as verdicts, count(*) filter (where last.verdict = sample.label)::int as agreeing
      from last join "Sample" sample on sample.id = last."sampleId" group by 1)
    select sample.id, sample."contributorId", sample.reason::text, sample.reasons::text[], sample.prompt::int, sample.guess::int,
      sample.thousandths, sample.difficulty::int, sample.votes, sample.label::int, sample."consentVersion"::int,
      coalesce(verdicts, 0) as verdicts, coalesce(agreeing, 0) as agreeing,
      drawing.ink, drawing."lockAtMs" as "lockMs", drawing."wrongLocks",
      round."judgeVersion", round."startedAt" as "drawnAt"
    from unnest(${ids}::uuid[]) with ordinality chosen(id, place)
      join "Sample" sample on sample.id = chosen.id
      join "Player" contributor on contributor.id = sample."contributorId"
      join "Drawing" drawing on drawing.id = sample."drawingId"
      join "Round" round on round.id = drawing."roundId"
      left join counted on counted."sampleId" = sample.id
    where ${isWanted({})} order by chosen.place`
}
