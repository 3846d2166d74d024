import { revealedAt } from '#game/prompts/daily'
import type { PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import { findReplay, type Replay } from './find-replay'

type Viewing = { viewer: PlayerId | null; isAdmin?: boolean; now: number; formerName?: string }

/**
 * [R35] What one person may see of a game: neither its seed, which has the digits that are to come in one that is still played, nor the code
 * of its room, which lets in whoever has it and may be open for long.
 */
export type ShownReplay = Omit<Replay, 'seed' | 'roomCode'> & {
  /** When its drawings can be seen, ms since the epoch; null where they are there. */
  hiddenUntil: number | null
}

/**
 * [R14] A game for somebody who has its address. Until the secret of its day is published, the drawings of a daily challenge
 * are shown to their own player alone: whoever saw them would know the digits before their try.
 * @param gameId a UUID
 * @param viewer null for who has not said who they are
 * @param isAdmin who has to look at a held game the same day
 * @param now ms since the epoch
 * @param formerName what to call those who have been erased
 * @returns null when there is no such game
 */
export async function findReplayFor(
  prisma: Prisma,
  gameId: string,
  { viewer, isAdmin = false, now, formerName }: Viewing,
): Promise<ShownReplay | null> {
  const found = await findReplay(prisma, gameId, formerName)
  if (!found) return null
  const { seed: _, roomCode: __, ...replay } = found
  const hiddenUntil = replay.day === null ? 0 : revealedAt(replay.day)
  const drawers = replay.rounds.flatMap(({ drawings }) => drawings.flatMap(({ players }) => players))
  if (hiddenUntil <= now || isAdmin || drawers.some(({ id }) => id === viewer))
    return { ...replay, hiddenUntil: null }
  return { ...replay, rounds: replay.rounds.map((round) => ({ ...round, drawings: [] })), hiddenUntil }
}
