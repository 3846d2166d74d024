import { labelCount } from '#game/protocol/constants'
import type { PlayerId } from '#game/protocol/scalars'
import type { DrawingRecord, RoundRecord } from '#game/records/record'
import { foolingOf } from '#game/scoring/fool'
import type { Prisma as Sql } from '../generated/client'

/** [C17] How many votes of one person for one label count, on all that is kept. */
export const mostVotesPerLabel = 20

/**
 * [C17] What people read in drawings that may be kept, as a suggestion for review: of voters who are trusted in this round [S17], and
 * whom no admin has banned or excluded, each up to `mostVotesPerLabel` for a label.
 * @returns for a drawing of the round how many read each label in it; empty where nobody voted
 */
export async function countVotes(
  transaction: Sql.TransactionClient,
  { drawings }: RoundRecord,
): Promise<(drawing: DrawingRecord) => number[]> {
  const voterOf = new Map(drawings.map(({ canvas, players: [player] }) => [canvas, player?.id]))
  const voted = drawings.filter(({ votes, ...drawing }) => votes && foolingOf({ ...drawing, votes }).isFooled)
  if (voted.length === 0) return () => []
  const ids = [...voterOf.values()].filter((id) => id !== undefined)
  const given = await votesBefore(transaction, ids)
  const counts = new Map<DrawingRecord, number[]>()
  for (const drawing of drawings) {
    if (!voted.some(({ canvas }) => canvas === drawing.canvas)) continue
    const perLabel = Array.from({ length: labelCount }, () => 0)
    for (const { voter, label, isTrusted } of drawing.votes ?? []) {
      const before = given.get(voterOf.get(voter) ?? '')
      if (!isTrusted || !before || (before[label] ?? 0) >= mostVotesPerLabel) continue
      before[label] = (before[label] ?? 0) + 1
      perLabel[label] = (perLabel[label] ?? 0) + 1
    }
    counts.set(drawing, perLabel)
  }
  return (drawing) => counts.get(drawing) ?? []
}

/** By label, how often each of these has voted on what is kept; without those whose votes count no more. */
async function votesBefore(
  transaction: Sql.TransactionClient,
  ids: readonly PlayerId[],
): Promise<Map<PlayerId, number[]>> {
  const players = await transaction.player.findMany({
    where: { id: { in: [...ids] }, isBanned: false, isExcluded: false },
    select: { id: true },
  })
  const rows = await transaction.$queryRaw<{ playerId: PlayerId; label: number; count: number }[]>`
    select drawer."playerId", (vote ->> 'label')::int as label, count(*)::int
    from "Drawer" drawer
      join "Drawing" own on own.id = drawer."drawingId" and own.votes is not null
      join "Drawing" other on other."roundId" = own."roundId" and other.votes is not null
      join "Sample" sample on sample."drawingId" = other.id
      cross join jsonb_array_elements(other.votes) vote
    where drawer."playerId" = any(${ids}::uuid[]) and (vote ->> 'voter')::int = own.canvas
      and (vote ->> 'isTrusted')::boolean
    group by 1, 2`
  const given = new Map(players.map(({ id }) => [id, Array.from({ length: labelCount }, () => 0)]))
  for (const { playerId, label, count } of rows) given.get(playerId)?.splice(label, 1, count)
  return given
}
