'use client'

import { domAnimation, LazyMotion, MotionConfig } from 'motion/react'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { PhaseView } from '#game/protocol/server-messages'
import { OriginContext } from '../room/origin'
import { ConnectionNote } from '../room/parts/connection-note'
import { RoomNote } from '../room/parts/room-note'
import { Countdown } from '../room/screens/countdown'
import { openRoom, type RoomClient } from '../room-client/room-client'
import { RoomContext, useRoom } from '../room-client/use-room'
import { Spinner } from '../ui/spinner'
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
                <TvScreen />
              </MotionConfig>
            </LazyMotion>
          </OriginContext>
        </RoomContext>
      ) : (
        <Opening />
      )}
    </div>
  )
}

function Opening() {
  const words = useTranslations('room.connection')
  return (
    <RoomNote>
      <Spinner label={words('connecting')} />
    </RoomNote>
  )
}

function TvScreen() {
  const phase = useRoom((state) => state.phase?.name)
  const connection = useRoom((state) => state.connection)
  if (connection.name === 'ended') return <Ended ending={connection.ending} />
  if (!phase) return <Opening />
  const Screen = screens[phase]
  return (
    <>
      <ConnectionNote />
      <Screen />
      <TvSound />
    </>
  )
}
