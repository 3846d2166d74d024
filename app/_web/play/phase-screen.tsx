'use client'

import { useEffect } from 'react'
import type { PhaseView } from '#game/protocol/server-messages'
import { Announcer } from './parts/announcer'
import { ConnectionNote } from './parts/connection-note'
import { Opening } from './parts/opening'
import { SoundTrack } from './parts/sound-track'
import { useRoom, useRoomClient } from './room-client/use-room'
import { Countdown } from './screens/countdown'
import { Drawing } from './screens/drawing'
import { Ended } from './screens/ended'
import { Finished } from './screens/finished'
import { Lobby } from './screens/lobby'
import { Reveal } from './screens/reveal'

/** One screen per phase, of the same name; the pens are down but still on the table while the judge has a last look. */
const screens: Record<PhaseView['name'], () => React.ReactNode> = {
  lobby: Lobby,
  countdown: Countdown,
  drawing: Drawing,
  judging: Drawing,
  reveal: Reveal,
  finished: Finished,
}

type PhaseScreenProps = { isNew: boolean; since: number; onUnknown: () => void }

export function PhaseScreen({ isNew, since, onUnknown }: PhaseScreenProps) {
  const { retry } = useRoomClient()
  const phase = useRoom((state) => state.phase?.name)
  const connection = useRoom((state) => state.connection)
  const line = useRoom((state) => state.line)
  const isStarting = useRoom((state) => state.isStarting && state.phase?.name === 'lobby')
  const isUnknown = connection.name === 'ended' && connection.ending === 'no-identity'
  useEffect(() => {
    if (isUnknown) onUnknown()
  }, [isUnknown, onUnknown])

  if (isUnknown) return <Opening {...{ isNew, line, since, retry }} />
  if (connection.name === 'ended') return <Ended ending={connection.ending} />
  if (!phase || isStarting) return <Opening {...{ isNew, line, since, retry }} />
  const Screen = screens[phase]
  return (
    <div data-has-pad className="contents">
      <ConnectionNote />
      <Screen />
      <Announcer />
      <SoundTrack />
    </div>
  )
}
