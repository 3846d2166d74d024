'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { playerId as playerIdSchema } from '#game/protocol/scalars'
import { actionPrisma } from '#server/store/page-store'
import { excludeContributor, readmitContributor } from '#server/store/samples/exclude-contributor'
import { requireActor } from '../session'

/** Removes all samples of a player and keeps no more of them; or keeps those that come from then on. */
export async function setExcluded(playerId: string, isExcluded: boolean): Promise<void> {
  const actor = await requireActor()
  const decide = z.boolean().parse(isExcluded) ? excludeContributor : readmitContributor
  await decide(actionPrisma(), { playerId: playerIdSchema.parse(playerId), actor })
  revalidatePath('/admin', 'layout')
}
