import type { Logger } from 'pino'
import type { Refusal } from '#game/protocol/refusal'
import type { RoomSettings } from '#game/protocol/scalars'
import type { Guest } from '#server/auth/guest'
import { isNameForStrangers } from '#server/auth/names'
import { createFixedWindow } from '#server/edge/fixed-window'
import type { Clock } from '#server/host/clock'
import type { PlayerRegister } from '#server/rooms/player-register'

type PublicGateParts = { register: PlayerRegister; clock: Clock; log: Logger }

const minuteMs = 60_000

/**
 * [R17] Why somebody may not be in a room of these settings, if they may not: public ones are closed to whom an admin has banned,
 * and to names that are for friends only.
 */
export function createPublicGate({ register, clock, log }: PublicGateParts) {
  const failures = createFixedWindow(clock, minuteMs)
  return async (
    { id, name }: Guest,
    settings?: Pick<RoomSettings, 'isPublic'>,
  ): Promise<Refusal | undefined> => {
    if (!settings?.isPublic) return undefined
    const ruling = await register.findRuling(id).catch((error) => {
      if (failures.add() === 1)
        log.warn({ err: error }, 'It could not be found out who is banned, so nobody is')
      return null
    })
    if (ruling?.isBanned) return 'banned-in-public'
    return isNameForStrangers(name) ? undefined : 'private-name'
  }
}

export type PublicGate = ReturnType<typeof createPublicGate>
