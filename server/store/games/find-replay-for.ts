import { revealedAt } from '#game/prompts/daily'
import type { PlayerId } from '#game/protocol/scalars'
import type { Prisma } from '#server/store/prisma'
import { findReplay, type Replay } from './find-replay'

type Viewing = { viewer: PlayerId | null; isAdmin?: boolean; now: number }

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
 * @param viewing who looks, null for who has not said who they are, and when, ms since the epoch; an admin has to look at a held game the
 * same day. The game is read meanwhile.
 * @param formerName what to call those who have been erased
 * @returns null when there is no such game
 */
export async function findReplayFor(
  prisma: Prisma,
  gameId: string,
  viewing: Viewing | Promise<Viewing>,
  formerName?: string,
): Promise<ShownReplay | null> {
  const [found, { viewer, isAdmin = false, now }] = await Promise.all([
    findReplay(prisma, gameId, formerName),
    viewing,
  ])
  if (!found) return null
  const { seed: _, roomCode: __, ...replay } = found
  const hiddenUntil = replay.day === null ? 0 : revealedAt(replay.day)
  const drawers = replay.rounds.flatMap(({ drawings }) => drawings.flatMap(({ players }) => players))
  if (hiddenUntil <= now || isAdmin || drawers.some(({ id }) => id === viewer))
    return { ...replay, hiddenUntil: null }
  return { ...replay, rounds: replay.rounds.map((round) => ({ ...round, drawings: [] })), hiddenUntil }
}
