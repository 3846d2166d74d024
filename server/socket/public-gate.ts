import type { Logger } from 'pino'
import type { RoomSettings } from '#game/protocol/scalars'
import type { Guest } from '#server/auth/guest'
import type { PlayerRegister } from '#server/rooms/player-register'

/** [R17] Whether somebody may be in a room of these settings: public ones are closed to whom an admin has banned. */
export function createPublicGate({ register, log }: { register: PlayerRegister; log: Logger }) {
  return async ({ id }: Guest, settings?: Pick<RoomSettings, 'isPublic'>): Promise<boolean> => {
    if (!settings?.isPublic) return true
    const ruling = await register.findRuling(id).catch((error) => {
      log.warn({ err: error }, 'It could not be found out who is banned, so nobody is')
      return null
    })
    return !ruling?.isBanned
  }
}
