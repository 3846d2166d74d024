import { seasonSpan } from '#game/records/spans'
import { transactionLimits } from '#server/store/games/save-round'
import type { Prisma } from '#server/store/prisma'
import { changeSamples } from '#server/store/samples/sample-tally'
import { Prisma as Sql } from '../generated/client'
import type { RetentionPolicy } from './policy'

/** The key of the last round that was looked at: pages go by it (keyset pagination). */
export type RoundCursor = { readonly endedAt: Date; readonly id: string }

export type Pruned = { readonly rows: number; readonly bytes: number }

export type PrunedRounds = {
  readonly Drawing: Pruned
  readonly Drawer: Pruned
  /** Of players whose last answer is no yes, or who were never asked. They go with their drawings. */
  readonly Sample: Pruned
  readonly 'Drawing.guesses': Pruned
  /** Where to go on; null at the end. */
  readonly next: RoundCursor | null
}

type PruneOptions = Pick<RetentionPolicy, 'drawingsBefore' | 'guessesBefore'> & {
  /** The judge of the season that is on: its boards keep what they show, as those of all time do. */
  readonly season: string | null
  readonly after: RoundCursor | null
  readonly isDryRun: boolean
}

type Candidate = {
  readonly id: string
  readonly endedAt: Date
  readonly hasGuesses: boolean
  readonly isNeeded: boolean
}

/** Rounds in one transaction: few enough that nobody waits for the rows. */
const batchSize = 200

const pruningLock = 1_163_026_804

/**
 * Prunes a few of the oldest rounds, in one transaction: drawings that nothing needs any more, and of the others the guesses
 * that a judge can make again. The result of a drawing is kept whole. Idempotent.
 * @returns null while another server is at it
 */
export async function pruneRounds(prisma: Prisma, options: PruneOptions): Promise<PrunedRounds | null> {
  return prisma.$transaction(async (transaction) => {
    const [lock] = await transaction.$queryRaw<{ isOurs: boolean }[]>`
      select pg_try_advisory_xact_lock(${pruningLock}) as "isOurs"`
    if (!lock?.isOurs) return null
    const candidates = await findCandidates(transaction, options)
    const { drawingsBefore, guessesBefore, isDryRun } = options
    const gone = idsOf(candidates, (round) => !round.isNeeded && isBefore(round, drawingsBefore))
    const rest = new Set(gone)
    const compacted = idsOf(
      candidates,
      (round) => round.hasGuesses && !rest.has(round.id) && isBefore(round, guessesBefore),
    )
    const measured = {
      ...(await measureDrawings(transaction, gone)),
      'Drawing.guesses': await measureGuesses(transaction, compacted),
    }
    if (!isDryRun) {
      await deleteDrawings(transaction, gone)
      await compactGuesses(transaction, compacted)
    }
    return { ...measured, next: candidates.length < batchSize ? null : (candidates.at(-1) ?? null) }
  }, transactionLimits)
}

function isBefore({ endedAt }: Candidate, before: Date | null): boolean {
  return before !== null && endedAt < before
}

function idsOf(candidates: readonly Candidate[], isMeant: (round: Candidate) => boolean): string[] {
  return candidates.filter(isMeant).map(({ id }) => id)
}

/** Rounds with something to prune, perhaps, in the order in which they ended. */
function findCandidates(
  transaction: Sql.TransactionClient,
  { drawingsBefore, guessesBefore, season, after }: PruneOptions,
): Promise<Candidate[]> {
  const shownSpans = ['all', ...(season === null ? [] : [seasonSpan(season)])]
  const isAfter = after
    ? Sql.sql`(round."endedAt", round.id) > (${after.endedAt}, ${after.id}::uuid)`
    : Sql.sql`true`
  return transaction.$queryRaw<Candidate[]>`
    select * from (
      select round.id, round."endedAt", round."hasGuesses", exists (
        select from "BoardEntry" entry
        where entry."gameId" = game.id and entry.board <> 'rating' and entry.span = any(${shownSpans})) or exists (
        select from "Drawing" drawing join "Sample" sample on sample."drawingId" = drawing.id
          join "Player" contributor on contributor.id = sample."contributorId" and contributor."hasConsented"
        where drawing."roundId" = round.id) or exists (
        select from "Hold" hold where hold."gameId" = game.id and hold.decision is null
      ) as "isNeeded"
      from "Round" round join "Game" game on game.id = round."gameId"
      where round."hasDrawings" and ${isAfter}
        and round."endedAt" < greatest(${drawingsBefore}::timestamptz, ${guessesBefore}::timestamptz)
    ) as round
    where (round."endedAt" < ${drawingsBefore} and not "isNeeded")
      or (round."endedAt" < ${guessesBefore} and round."hasGuesses")
    order by round."endedAt", round.id limit ${batchSize}`
}

async function measureDrawings(transaction: Sql.TransactionClient, rounds: readonly string[]) {
  const [drawings, drawers, samples] = await Promise.all([
    transaction.$queryRaw<Pruned[]>`
      select count(*)::int as rows, coalesce(sum(pg_column_size(drawing.*)), 0)::float8 as bytes
      from "Drawing" drawing where drawing."roundId" = any(${rounds}::uuid[])`,
    transaction.$queryRaw<Pruned[]>`
      select count(*)::int as rows, coalesce(sum(pg_column_size(drawer.*)), 0)::float8 as bytes
      from "Drawer" drawer join "Drawing" drawing on drawing.id = drawer."drawingId"
      where drawing."roundId" = any(${rounds}::uuid[])`,
    transaction.$queryRaw<Pruned[]>`
      select count(*)::int as rows, coalesce(sum(pg_column_size(sample.*)), 0)::float8 as bytes
      from "Sample" sample join "Drawing" drawing on drawing.id = sample."drawingId"
      where drawing."roundId" = any(${rounds}::uuid[])`,
  ])
  return { Drawing: drawings[0] ?? nothing, Drawer: drawers[0] ?? nothing, Sample: samples[0] ?? nothing }
}

const nothing: Pruned = { rows: 0, bytes: 0 }

/** The last guess whole, of all others only what the judge was shown. */
const compact = Sql.sql`jsonb_build_array(
  (select string_agg(guess ->> 0, ' ' order by place)
    from jsonb_array_elements(drawing.guesses) with ordinality as each (guess, place)
    where place < jsonb_array_length(drawing.guesses)),
  drawing.guesses -> -1)`

async function measureGuesses(
  transaction: Sql.TransactionClient,
  rounds: readonly string[],
): Promise<Pruned> {
  const [measured] = await transaction.$queryRaw<Pruned[]>`
    select count(*)::int as rows,
      coalesce(sum(greatest(0, pg_column_size(drawing.guesses) - pg_column_size(${compact}))), 0)::float8 as bytes
    from "Drawing" drawing
    where drawing."roundId" = any(${rounds}::uuid[]) and jsonb_array_length(drawing.guesses) > 1`
  return measured ?? nothing
}

/** With them go entries of boards that nobody is shown any more: those of past seasons. */
async function deleteDrawings(transaction: Sql.TransactionClient, rounds: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    delete from "BoardEntry" entry using "Round" round, "Drawing" drawing
    where round.id = any(${rounds}::uuid[]) and drawing."roundId" = round.id
      and entry."gameId" = round."gameId" and entry."drawingId" = drawing.id`
  const samples = await transaction.sample.findMany({
    where: { drawing: { roundId: { in: [...rounds] } } },
    select: { id: true },
  })
  await changeSamples(
    transaction,
    samples.map(({ id }) => id),
    () => transaction.$executeRaw`delete from "Drawing" where "roundId" = any(${rounds}::uuid[])`,
  )
  await transaction.$executeRaw`
    update "Round" set "hasDrawings" = false, "hasGuesses" = false where id = any(${rounds}::uuid[])`
}

async function compactGuesses(transaction: Sql.TransactionClient, rounds: readonly string[]): Promise<void> {
  await transaction.$executeRaw`
    update "Drawing" drawing set guesses = ${compact}
    where drawing."roundId" = any(${rounds}::uuid[]) and jsonb_array_length(drawing.guesses) > 1`
  await transaction.$executeRaw`update "Round" set "hasGuesses" = false where id = any(${rounds}::uuid[])`
}
