'use client'

import { domAnimation, LazyMotion, MotionConfig } from 'motion/react'
import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { normaliseRoomCode } from '#game/protocol/constants'
import { Opening } from './parts/opening'
import { ReportDesk } from './parts/report'
import { PhaseScreen } from './phase-screen'
import { type Door, openRoom, type RoomClient } from './room-client/room-client'
import { RoomContext } from './room-client/use-room'

type RoomProviderProps = {
  door: Door
  isSpectator: boolean
  /** Since when the room is waited for, by performance.now(). */
  since: number
  /** The server does not know this browser after all. */
  onUnknown: () => void
}

/** Opens the connection to a room, and closes it when it leaves the page. */
export function RoomProvider({ door, isSpectator, since, onUnknown }: RoomProviderProps) {
  const [client, setClient] = useState<RoomClient | null>(null)
  // The browser's Back restores the props that the page was opened with, but the address that it got later.
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
