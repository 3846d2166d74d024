'use client'

import { useCallback } from 'react'
import { useRefusal } from '../../kit/refusals/use-refusal'
import { useToast } from '../../kit/toast'
import type { RoomClient } from '../room-client/room-client'
import { useRoomClient } from '../room-client/use-room'

/** Asks the room for something and shows its no, if it is one, in the player's language. */
export function useAsk(): RoomClient['say'] {
  const { say } = useRoomClient()
  const refusalText = useRefusal()
  const show = useToast()
  return useCallback(
    async (name, message) => {
      const answer = await say(name, message)
      if (!answer.ok) show(refusalText(answer.refusal), 'bad')
      return answer
    },
    [say, show, refusalText],
  )
}
