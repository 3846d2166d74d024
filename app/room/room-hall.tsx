'use client'

import { domAnimation, LazyMotion, MotionConfig } from 'motion/react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { openRoom, type RoomClient } from '../room-client/room-client'
import { RoomContext } from '../room-client/use-room'
import { Spinner } from '../ui/spinner'
import { RoomNote } from './parts/room-note'
import { PhaseScreen } from './phase-screen'

type RoomHallProps = {
  code: string | null
  isSpectator: boolean
  /** The server does not know this browser after all. */
  onUnknown: () => void
}

/** Holds the line to the room for as long as it is on the page. */
export function RoomHall({ code, isSpectator, onUnknown }: RoomHallProps) {
  const words = useTranslations('room.connection')
  const [client, setClient] = useState<RoomClient | null>(null)
  const firstCode = useRef(code)
  useEffect(() => {
    const opened = openRoom({
      code: firstCode.current,
      isSpectator,
      onCode(made) {
        firstCode.current = made
        window.history.replaceState(null, '', `/room/${made}`)
      },
    })
    setClient(opened)
    return opened.close
  }, [isSpectator])

  if (!client) {
    return (
      <RoomNote>
        <Spinner label={words(code === null ? 'creating' : 'connecting')} />
      </RoomNote>
    )
  }
  return (
    <RoomContext value={client}>
      <LazyMotion features={domAnimation} strict>
        <MotionConfig reducedMotion="user">
          <PhaseScreen isNew={code === null} onUnknown={onUnknown} />
        </MotionConfig>
      </LazyMotion>
    </RoomContext>
  )
}
