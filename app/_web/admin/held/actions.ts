'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { gameId as gameIdSchema, playerId as playerIdSchema } from '#game/protocol/scalars'
import { decideHold } from '#server/store/moderation/decide-hold'
import { actionPrisma } from '#server/store/page-store'
import { requireAdmin } from '../session'

const decisionSchema = z.enum(['released', 'removed'])

/** Lets a held result count, or keeps it off for good; the other way round later, too. */
export async function decide(gameId: string, playerId: string, decision: string): Promise<void> {
  await requireAdmin()
  await decideHold(actionPrisma(), {
    gameId: gameIdSchema.parse(gameId),
    playerId: playerIdSchema.parse(playerId),
    decision: decisionSchema.parse(decision),
  })
  revalidatePath('/admin/held')
}
