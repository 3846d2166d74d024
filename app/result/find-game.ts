import { setTimeout } from 'node:timers/promises'
import 'server-only'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { gameId as gameIdSchema } from '#game/protocol/scalars'
import { findReplayFor } from '#server/store/find-replay-for'
import { pagePrisma } from '#server/store/page-store'
import { currentGuest } from '../player/current-guest'

/** A podium shows a moment before its last round and its standings are written; who follows its link at once waits for them. */
const waitsMs = [100, 200, 400, 800]

/** What whoever looks may see of the finished game at an address, once a request; null where there is none. */
export const findGame = cache(async (address: string) => {
  const gameId = gameIdSchema.safeParse(address)
  if (!gameId.success) return null
  const viewer = (await currentGuest())?.id ?? null
  const formerName = (await getTranslations('common'))('formerPlayer')
  const find = () => findReplayFor(pagePrisma(), gameId.data, { viewer, now: Date.now(), formerName })
  for (const waitMs of waitsMs) {
    const replay = await find()
    if (replay && replay.standings.length > 0) return replay
    await setTimeout(waitMs)
  }
  return find()
})
