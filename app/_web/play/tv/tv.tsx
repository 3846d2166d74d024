'use client'

import { useEffect, useState } from 'react'
import type { PhaseView } from '#game/protocol/server-messages'
import { Motion } from '../../kit/motion'
import { OriginContext } from '../origin'
import { ConnectionNote } from '../parts/connection-note'
import { Said } from '../parts/emotes'
import { Opening } from '../parts/opening'
import { SoundTrack } from '../parts/sound-track'
import { openRoom, type RoomClient } from '../room-client/room-client'
import { RoomContext, useRoom, useRoomClient } from '../room-client/use-room'
import { useRoomEvents } from '../room-client/use-room-events'
import { Countdown } from '../screens/countdown'
import { play } from '../sound/play'
import { TvDrawing } from './screens/drawing'
import { TvEnded } from './screens/ended'
import { TvFinished } from './screens/finished'
import { TvLobby } from './screens/lobby'
import { TvReveal } from './screens/reveal'
import { TvVoting } from './screens/voting'
import { useWakeLock } from './use-wake-lock'

const screens: Record<PhaseView['name'], () => React.ReactNode> = {
  lobby: TvLobby,
  countdown: Countdown,
  drawing: TvDrawing,
  judging: TvDrawing,
  voting: TvVoting,
  reveal: TvReveal,
  finished: TvFinished,
}

/** A room for everybody in front of a television: no seat, no buttons, and it follows the room by itself. */
export function Tv({ code, origin }: { code: string; origin: string }) {
  const [client, setClient] = useState<RoomClient | null>(null)
  const [since] = useState(() => performance.now())
  useWakeLock()
  useEffect(() => {
    const opened = openRoom({ target: { name: 'code', code }, isSpectator: true, isTv: true, onCode() {} })
    setClient(opened)
    return opened.close
  }, [code])

  return (
    <div data-tv="">
      {client ? (
        <RoomContext value={client}>
          <OriginContext value={origin}>
            <Motion>
              <TvScreen since={since} />
            </Motion>
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
  if (connection.name === 'ended') return <TvEnded ending={connection.ending} />
  if (!phase) return <Opening {...{ line, since, retry }} />
  const Screen = screens[phase]
  return (
    <div data-phase={phase} className="contents">
      <ConnectionNote />
      <Screen />
      <Said className="fixed top-5" />
      <TvSound />
    </div>
  )
}

/** What everybody hears: the sounds of the phases, and one for each lock at the table. */
function TvSound() {
  useRoomEvents((events) => {
    if (events.some(({ type }) => type === 'table:locked')) play('lock')
  })
  return <SoundTrack />
}
