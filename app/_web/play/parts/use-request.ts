'use client'

import { useCallback } from 'react'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useToast } from '../../kit/toast'
import type { RoomClient } from '../room-client/room-client'
import { useRoomClient } from '../room-client/use-room'

/** Sends a request to the room; a refusal is shown as a toast, in the player's language. */
export function useRequest(): RoomClient['request'] {
  const { request } = useRoomClient()
  const refusalText = useRefusal()
  const show = useToast()
  return useCallback(
    async (name, message) => {
      const answer = await request(name, message)
      if (!answer.ok) show(refusalText(answer.refusal), 'bad')
      return answer
    },
    [request, show, refusalText],
  )
}
