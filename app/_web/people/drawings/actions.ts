'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { actionPrisma } from '#server/store/page-store'
import { deleteOwnSample, deleteSamplesOf } from '#server/store/samples/delete-samples'
import { currentGuest } from '../../kit/player/current-guest'

/** Gives one drawing back to the player of this browser. One that is not theirs, or no longer there, changes nothing. */
export async function takeBackDrawing(id: string): Promise<void> {
  const guest = await currentGuest()
  if (guest) await deleteOwnSample(actionPrisma(), { id: z.uuid().parse(id), contributorId: guest.id })
  revalidatePath('/profile', 'layout')
}

/** Gives all drawings back to the player of this browser. */
export async function takeBackAllDrawings(): Promise<void> {
  const guest = await currentGuest()
  if (guest) await deleteSamplesOf(actionPrisma(), guest.id)
  revalidatePath('/profile', 'layout')
}
