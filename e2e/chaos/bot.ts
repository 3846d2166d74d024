import { settings } from '#game/settings'
import { type Guest, guestCookie, sealGuest } from '#server/auth/guest'
import { openRoom, type RoomClient } from '../../app/_web/play/room-client/room-client'
import type { RoomTarget } from '../../app/_web/play/room-client/room-target'
import { takePart } from './take-part'
import { drawAsPlayer, handwriting, type WritingHand } from './take-pen'

/** A player that draws its prompts with the same client code as a browser. */
export type ChaosBot = {
  readonly guest: Guest
  readonly client: RoomClient
  /** Stops drawing, and closes the connection. */
  close(): void
}

export type ChaosHabits = {
  readonly hand?: WritingHand
  /** How long it looks at the results of a round before it says that it is ready, ms; without it, it never does. */
  readonly looksMs?: number
}

/** @returns a new guest with its cookie */
export async function newGuest(secret: string, seed: number): Promise<{ guest: Guest; cookie: string }> {
  const guest = { id: crypto.randomUUID(), name: 'Bot', colour: seed % 12 }
  return { guest, cookie: `${guestCookie}=${await sealGuest(guest, secret)}` }
}

/** @param seed of the handwriting, and of what it votes */
export async function openBot(
  url: string,
  secret: string,
  target: RoomTarget,
  seed: number,
  { hand = handwriting, looksMs }: ChaosHabits = {},
): Promise<ChaosBot> {
  const { guest, cookie } = await newGuest(secret, seed)
  const client = openRoom({ target, isSpectator: false, onCode() {}, url, headers: { cookie } })
  const timers = [
    setInterval(drawAsPlayer(client, seed, hand), settings.inkBatchMs),
    setInterval(takePart(client, seed, looksMs), 100),
  ]
  return {
    guest,
    client,
    close() {
      timers.forEach(clearInterval)
      client.close()
    },
  }
}
