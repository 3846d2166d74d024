'use client'

import { useRoom } from '../room-client/use-room'

/** Who may choose and start, and whether that is the player at this screen. */
export function useHost(): { readonly isHost: boolean; readonly hostName: string } {
  const isHost = useRoom(({ room }) => room !== null && room.hostId === room.you)
  const hostName = useRoom(({ room }) => room?.seats.find((seat) => seat.isHost)?.name ?? '')
  return { isHost, hostName }
}
