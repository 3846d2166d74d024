'use client'

import { useEffect } from 'react'
import { useOwnCanvas } from '../room-client/use-canvases'
import { useIsPaused, useRoom, useRoomClient } from '../room-client/use-room'
import { play } from '../sound/play'

/** Plays along with the game. */
export function SoundTrack() {
  const { now } = useRoomClient()
  const isPaused = useIsPaused()
  // Plain values: a view comes whenever anybody does, and brings a new phase object each time.
  const name = useRoom(({ phase }) => phase?.name)
  const endsAt = useRoom(({ phase }) => (phase && 'endsAt' in phase ? phase.endsAt : 0))
  const own = useOwnCanvas() ?? -1
  const drawing = useRoom(({ canvases }) => canvases[own]?.drawing ?? 0)
  const isLocked = useRoom(({ canvases }) => Boolean(canvases[own]?.lock))
  const wrongLocks = useRoom(({ canvases }) => canvases[own]?.wrongLocks ?? 0)

  useEffect(() => {
    if (name === 'drawing') play('go')
    if (name === 'judging') play('timeUp')
    if (name === 'finished') play('podium')
  }, [name])
  useEffect(() => {
    const sound = name === 'countdown' ? 'tick' : name === 'drawing' ? 'hurry' : null
    if (!sound || isPaused) return
    return at(
      [3, 2, 1].map((seconds) => endsAt - seconds * 1000 - now()),
      sound,
    )
  }, [name, endsAt, now, isPaused])
  useEffect(() => {
    if (isLocked) play('lock')
  }, [isLocked])
  useEffect(() => {
    if (drawing > 0) play('lock')
  }, [drawing])
  useEffect(() => {
    if (wrongLocks > 0) play('wrongLock')
  }, [wrongLocks])
  return null
}

/** @returns calls off what has not been played yet; what is past is not played at all */
function at(timesMs: readonly number[], sound: Parameters<typeof play>[0]): () => void {
  const timers = timesMs.filter((ms) => ms > -200).map((ms) => setTimeout(play, ms, sound))
  return () => timers.forEach(clearTimeout)
}
