import { setTimeout } from 'node:timers/promises'
import 'server-only'
import { cache } from 'react'
import { gameId as gameIdSchema } from '#game/protocol/scalars'
import { showGame } from '../replay/show-game'

/** A podium shows a moment before its last round and its standings are written; who follows its link at once waits for them. */
const waitsMs = [100, 200, 400, 800]

/** What whoever looks may see of the finished game at an address, once a request; null where there is none. */
export const findGame = cache(async (address: string) => {
  const gameId = gameIdSchema.safeParse(address)
  if (!gameId.success) return null
  for (const waitMs of waitsMs) {
    const replay = await showGame(gameId.data)
    if (replay && replay.standings.length > 0) return replay
    await setTimeout(waitMs)
  }
  return showGame(gameId.data)
})
