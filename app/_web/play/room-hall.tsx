'use client'

import { domAnimation, LazyMotion, MotionConfig } from 'motion/react'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { normaliseRoomCode } from '#game/protocol/scalars'
import { Opening } from './parts/opening'
import { ReportDesk } from './parts/report'
import { PhaseScreen } from './phase-screen'
import { type Door, openRoom, type RoomClient } from './room-client/room-client'
import { RoomContext } from './room-client/use-room'

type RoomHallProps = {
  door: Door
  isSpectator: boolean
  /** Since when the room is waited for, by performance.now(). */
  since: number
  /** The server does not know this browser after all. */
  onUnknown: () => void
}

/** Holds the line to the room for as long as it is on the page. */
export function RoomHall({ door, isSpectator, since, onUnknown }: RoomHallProps) {
  const [client, setClient] = useState<RoomClient | null>(null)
  // Back brings this page as it was when it was opened, but with the address that it has got since.
  const [, , segment = ''] = usePathname().split('/')
  const hasCode = door.name !== 'code' && segment !== door.name
  const latestDoor = useRef<Door>(hasCode ? { name: 'code', code: normaliseRoomCode(segment) } : door)
  useEffect(() => {
    const opened = openRoom({
      door: latestDoor.current,
      isSpectator,
      onCode(code) {
        latestDoor.current = { name: 'code', code }
        window.history.replaceState(null, '', `/room/${code}`)
      },
    })
    setClient(opened)
    return opened.close
  }, [isSpectator])

  if (!client) return <Opening isNew={door.name !== 'code'} since={since} retry={() => {}} />
  return (
    <RoomContext value={client}>
      <LazyMotion features={domAnimation} strict>
        <MotionConfig reducedMotion="user">
          <ReportDesk>
            <PhaseScreen isNew={door.name !== 'code'} since={since} onUnknown={onUnknown} />
          </ReportDesk>
        </MotionConfig>
      </LazyMotion>
    </RoomContext>
  )
}
