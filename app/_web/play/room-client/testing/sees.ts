import type { RoomClient } from '../room-client'
import type { RoomState } from '../room-state'

/** Resolves once the client's state is such, which it may be already. */
export function sees({ store }: RoomClient, isSo: (state: RoomState) => boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!isSo(store.getState())) return
      unsubscribe()
      resolve()
    }
    const unsubscribe = store.subscribe(look)
    look()
  })
}
