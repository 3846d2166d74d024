'use client'

import { useRoom } from '../room-client/use-room'

/** Who may choose and start, and whether that is the player at this screen. */
export function useHost(): { readonly isHost: boolean; readonly hostName: string } {
  const isHost = useRoom(({ room, you }) => room?.hostId === you)
  const hostName = useRoom(({ room }) => room?.seats.find((seat) => seat.isHost)?.name ?? '')
  return { isHost, hostName }
}
