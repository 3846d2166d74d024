'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { playerId as playerIdSchema } from '#game/protocol/scalars'
import { suggestName } from '#server/auth/suggested-names'
import { banPlayer, dismissReports, renamePlayer } from '#server/store/moderation/moderate'
import { actionPrisma } from '#server/store/page-store'
import { deleteSamplesOf } from '#server/store/samples/delete-samples'
import { requestLocale } from '../../kit/i18n/request'
import { requireAdmin } from '../session'

async function asAdmin(playerId: string, act: (id: string) => Promise<unknown>): Promise<void> {
  await requireAdmin()
  await act(playerIdSchema.parse(playerId))
  // Both show who is banned.
  revalidatePath('/admin/moderation')
  revalidatePath('/admin/held')
}

/** Gives a player a made-up name in place of the one that the admin saw. */
export async function rename(playerId: string, from: string): Promise<void> {
  const name = suggestName(await requestLocale())
  await asAdmin(playerId, (id) => renamePlayer(actionPrisma(), id, z.string().parse(from), name))
}

/** Closes public rooms to a player, or opens them again. */
export async function setBan(playerId: string, isBanned: boolean): Promise<void> {
  await asAdmin(playerId, (id) => banPlayer(actionPrisma(), id, z.boolean().parse(isBanned)))
}

export async function deleteSamples(playerId: string): Promise<void> {
  await asAdmin(playerId, (id) => deleteSamplesOf(actionPrisma(), id))
}

/** Closes the reports about a player. */
export async function dismiss(playerId: string): Promise<void> {
  await asAdmin(playerId, (id) => dismissReports(actionPrisma(), id))
}
