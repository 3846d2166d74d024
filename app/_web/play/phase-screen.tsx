'use client'

import { useEffect } from 'react'
import type { PhaseView } from '#game/protocol/server-messages'
import { Announcer } from './parts/announcer'
import { ConnectionNote } from './parts/connection-note'
import { Said } from './parts/emotes'
import { Opening } from './parts/opening'
import { SoundTrack } from './parts/sound-track'
import { useRoom, useRoomClient } from './room-client/use-room'
import { Countdown } from './screens/countdown'
import { DrawingScreen } from './screens/drawing'
import { EndedScreen } from './screens/ended'
import { FinishedScreen } from './screens/finished'
import { LobbyScreen } from './screens/lobby'
import { RevealScreen } from './screens/reveal'
import { VotingScreen } from './screens/voting'

/** One screen per phase, of the same name; `judging` shows the drawing screen, closed, while the last guesses come in. */
const screens: Record<PhaseView['name'], () => React.ReactNode> = {
  lobby: LobbyScreen,
  countdown: Countdown,
  drawing: DrawingScreen,
  judging: DrawingScreen,
  voting: VotingScreen,
  reveal: RevealScreen,
  finished: FinishedScreen,
}

/** Those without a place of their own for what was said. */
const hasSaid = new Set<PhaseView['name']>(['countdown', 'drawing', 'judging'])

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
  if (connection.name === 'ended') return <EndedScreen ending={connection.ending} />
  if (!phase || isStarting) return <Opening {...{ isNew, line, since, retry }} />
  const Screen = screens[phase]
  return (
    <div data-has-pad data-phase={phase} className="contents">
      <ConnectionNote />
      <Screen />
      {hasSaid.has(phase) && <Said className="fixed top-14" />}
      <Announcer />
      <SoundTrack />
    </div>
  )
}
