'use client'

import { createContext, useContext, useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { followPainted } from './follow-room'
import { onceAFrame } from './once-a-frame'
import type { RoomClient } from './room-client'
import type { RoomState } from './room-state'

export const RoomContext = createContext<RoomClient | null>(null)

export function useRoomClient(): RoomClient {
  const client = useContext(RoomContext)
  if (!client) throw new Error('a part of a room outside of a room')
  return client
}

/** For what changes now and then; must pick something that is the same object while it is the same. */
export function useRoom<Picked>(pick: (state: RoomState) => Picked): Picked {
  return useStore(onceAFrame(useRoomClient().store), pick)
}

/** [R18] Whether the room's time stands still until everybody is back. */
export function useIsPaused(): boolean {
  return useRoom(({ room }) => room?.pause != null)
}

/**
 * For what changes many times a second: painted in the next frame by a function, without rendering.
 * @param isCalm whether it may wait for all that lies beside the pad; stays as it is
 */
export function usePainted<Picked>(
  pick: (state: RoomState) => Picked,
  paint: (picked: Picked) => void,
  isCalm = false,
): void {
  const { store } = useRoomClient()
  const latest = useRef({ pick, paint })
  useEffect(() => {
    latest.current = { pick, paint }
  })
  useEffect(
    () =>
      followPainted(
        store,
        (state) => latest.current.pick(state),
        (picked) => latest.current.paint(picked),
        isCalm,
      ),
    [store, isCalm],
  )
}

/** Who may choose and start, and whether that is the player at this screen. */
export function useHost(): { readonly isHost: boolean; readonly hostName: string } {
  const isHost = useRoom(({ room, you }) => room?.hostId === you)
  const hostName = useRoom(({ room }) => room?.seats.find((seat) => seat.isHost)?.name ?? '')
  return { isHost, hostName }
}
