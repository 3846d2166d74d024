import type { Actor } from './actor'
import { expect } from './fixtures'

/** Brings people together in a new room that gives the slowest machine time to draw. @returns its code */
export async function gather(host: Actor, ...guests: readonly Actor[]): Promise<string> {
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await Promise.all(guests.map((guest) => guest.home.followLink(guest.name, code)))
  for (const guest of guests) await expect(host.room.seat(guest.name)).toBeVisible()
  await host.room.chooseSeconds(20)
  return code
}
