'use client'

import { domAnimation, LazyMotion, MotionConfig } from 'motion/react'
import { useEffect, useState } from 'react'
import type { PhaseView } from '#game/protocol/server-messages'
import { OriginContext } from '../origin'
import { ConnectionNote } from '../parts/connection-note'
import { Opening } from '../parts/opening'
import { openRoom, type RoomClient } from '../room-client/room-client'
import { RoomContext, useRoom, useRoomClient } from '../room-client/use-room'
import { Countdown } from '../screens/countdown'
import { TvSound } from './parts/tv-sound'
import { Drawing } from './screens/drawing'
import { Ended } from './screens/ended'
import { Finished } from './screens/finished'
import { Lobby } from './screens/lobby'
import { Reveal } from './screens/reveal'
import { useWakeLock } from './use-wake-lock'

const screens: Record<PhaseView['name'], () => React.ReactNode> = {
  lobby: Lobby,
  countdown: Countdown,
  drawing: Drawing,
  judging: Drawing,
  reveal: Reveal,
  finished: Finished,
}

/** A room for everybody in front of a television: no seat, no buttons, and it follows the room by itself. */
export function Tv({ code, origin }: { code: string; origin: string }) {
  const [client, setClient] = useState<RoomClient | null>(null)
  const [since] = useState(() => performance.now())
  useWakeLock()
  useEffect(() => {
    const opened = openRoom({ door: { name: 'code', code }, isSpectator: true, isTv: true, onCode() {} })
    setClient(opened)
    return opened.close
  }, [code])

  return (
    <div data-tv="">
      {client ? (
        <RoomContext value={client}>
          <OriginContext value={origin}>
            <LazyMotion features={domAnimation} strict>
              <MotionConfig reducedMotion="user">
                <TvScreen since={since} />
              </MotionConfig>
            </LazyMotion>
          </OriginContext>
        </RoomContext>
      ) : (
        <Opening since={since} retry={() => {}} />
      )}
    </div>
  )
}

function TvScreen({ since }: { since: number }) {
  const { retry } = useRoomClient()
  const line = useRoom((state) => state.line)
  const phase = useRoom((state) => state.phase?.name)
  const connection = useRoom((state) => state.connection)
  if (connection.name === 'ended') return <Ended ending={connection.ending} />
  if (!phase) return <Opening {...{ line, since, retry }} />
  const Screen = screens[phase]
  return (
    <>
      <ConnectionNote />
      <Screen />
      <TvSound />
    </>
  )
}
