'use client'

import { usePathname } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { normaliseRoomCode } from '#game/protocol/constants'
import type { PlayerAnswer } from '#game/protocol/http-answers'
import { Motion } from '../kit/motion'
import { LeaveDesk } from './parts/leave-button'
import { Opening } from './parts/opening'
import { Renamed } from './parts/renamed'
import { ReportDesk } from './parts/report'
import { PhaseScreen } from './phase-screen'
import { openRoom, type RoomClient } from './room-client/room-client'
import type { RoomTarget } from './room-client/room-target'
import { RoomContext } from './room-client/use-room'

type RoomProviderProps = {
  target: RoomTarget
  isSpectator: boolean
  player: PlayerAnswer
  /** Since when the room is waited for, by performance.now(). */
  since: number
  /** The server does not know this browser after all. */
  onUnknown: () => void
}

/** Opens the connection to a room, and closes it when it leaves the page. */
export function RoomProvider({ target, isSpectator, player, since, onUnknown }: RoomProviderProps) {
  const [client, setClient] = useState<RoomClient | null>(null)
  // The browser's Back restores the props that the page was opened with, but the address that it got later.
  const [, , segment = ''] = usePathname().split('/')
  const hasCode = target.name !== 'code' && segment !== target.name
  const latestTarget = useRef<RoomTarget>(
    hasCode ? { name: 'code', code: normaliseRoomCode(segment) } : target,
  )
  useEffect(() => {
    const opened = openRoom({
      target: latestTarget.current,
      isSpectator,
      onCode(code) {
        latestTarget.current = { name: 'code', code }
        window.history.replaceState(null, '', `/room/${code}${isSpectator ? '?watch' : ''}`)
      },
    })
    setClient(opened)
    return opened.close
  }, [isSpectator])

  if (!client) return <Opening isNew={target.name !== 'code'} since={since} retry={() => {}} />
  return (
    <RoomContext value={client}>
      <Motion>
        <ReportDesk>
          <LeaveDesk>
            <Renamed player={player} />
            <PhaseScreen isNew={target.name !== 'code'} since={since} onUnknown={onUnknown} />
          </LeaveDesk>
        </ReportDesk>
      </Motion>
    </RoomContext>
  )
}
