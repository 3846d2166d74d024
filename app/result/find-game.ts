import 'server-only'
import { cache } from 'react'
import { gameId as gameIdSchema } from '#game/protocol/scalars'
import { findReplay } from '#server/store/find-replay'
import { pagePrisma } from '#server/store/page-store'

/** The game at an address, once a request; null where there is none. */
export const findGame = cache(async (address: string) => {
  const gameId = gameIdSchema.safeParse(address)
  return gameId.success ? findReplay(pagePrisma(), gameId.data) : null
})
