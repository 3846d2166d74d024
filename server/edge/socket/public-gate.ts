import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import type { RoomSettings } from '#game/protocol/scalars'
import type { Guest } from '#server/auth/guest'
import { isNameForStrangers } from '#server/auth/names'
import { createFixedWindow } from '#server/edge/fixed-window'
import type { Clock } from '#server/host/clock'
import type { ModerationStore } from '#server/rooms/ports'

type PublicGateParts = { moderation: ModerationStore; clock: Clock; log: Logger }

const minuteMs = 60_000

/**
 * [R17] @returns why a player is refused in a room of these settings: public rooms refuse banned players and private names
 */
export function createPublicGate({ moderation, clock, log }: PublicGateParts) {
  const failures = createFixedWindow(clock, minuteMs)
  return async (
    { id, name }: Guest,
    settings?: Pick<RoomSettings, 'isPublic'>,
  ): Promise<Refusal | undefined> => {
    if (!settings?.isPublic) return undefined
    const status = await moderation.findStatus(id).catch((error) => {
      if (failures.add() === 1)
        log.warn({ err: error }, 'It could not be found out who is banned, so nobody is')
      return null
    })
    if (status?.isBanned) return 'banned-in-public'
    return isNameForStrangers(name) ? undefined : 'private-name'
  }
}

export type PublicGate = ReturnType<typeof createPublicGate>
