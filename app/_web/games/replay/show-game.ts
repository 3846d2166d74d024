import 'server-only'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { systemClock } from '#server/host/clock'
import { findReplayFor, type ShownReplay } from '#server/store/games/find-replay-for'
import { pagePrisma } from '#server/store/page-store'
import { isAdmin } from '../../admin/session'
import { currentGuest } from '../../kit/player/current-guest'
import { findDelivered } from '../find-delivered'

/** What whoever looks may see of a game. @param gameId a UUID @returns null when there is no such game */
export async function showGame(gameId: string): Promise<ShownReplay | null> {
  const common = await getTranslations('common')
  return findReplayFor(pagePrisma(), gameId, whoLooks(), common('formerPlayer'))
}

async function whoLooks() {
  const [guest, admin] = await Promise.all([currentGuest(), isAdmin()])
  return { viewer: guest?.id ?? null, isAdmin: admin, now: systemClock.now() }
}

/** What whoever looks may see of the game at an address, once a request; null where there is none. */
export const findGame = cache((address: string) => findDelivered(address, showGame))
