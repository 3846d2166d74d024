'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useOwnCanvas } from '../room-client/use-canvases'
import { useIsPaused, useRoom, useRoomClient } from '../room-client/use-room'

/** The seconds that are said. */
const saidAtSeconds = [5, 3]

/** Says to screen readers what everybody else sees: prompt, lock, time left, result. */
export function Announcer() {
  const words = useTranslations('room.say')
  const titles = useTranslations('room.finished')
  const format = useFormatter()
  const { now } = useRoomClient()
  const isPaused = useIsPaused()
  const [said, setSaid] = useState('')
  const phase = useRoom((state) => state.phase)
  // Plain values for what must not be said again: a view comes whenever anybody does, and brings a new phase object each time.
  const name = phase?.name
  const startedAt = phase?.name === 'drawing' ? phase.startedAt : 0
  const endsAt = phase?.name === 'drawing' ? phase.endsAt : 0
  const you = useRoom((state) => state.room?.you)
  const own = useOwnCanvas() ?? -1
  const isRelay = phase !== null && 'mode' in phase && phase.mode === 'relay'
  const hasPen = useRoom((state) => state.own !== null)
  const prompt = useRoom(({ canvases }) => canvases[own]?.prompt)
  const promptAtMs = useRoom(({ canvases }) => canvases[own]?.promptAtMs ?? 0)
  const isTimed = useRoom(({ room }) => room?.settings.timer !== 'none')
  const lock = useRoom(({ canvases }) => canvases[own]?.lock ?? null)
  const points = useRoom(({ canvases }) => canvases[own]?.points ?? 0)
  const wrongLocks = useRoom(({ canvases }) => canvases[own]?.wrongLocks ?? 0)

  useEffect(() => {
    if (name !== 'drawing' || prompt === undefined) return
    const digit = String(prompt)
    const seconds = Math.round((endsAt - startedAt - promptAtMs) / 1000)
    setSaid(isTimed ? words('prompt', { digit, seconds }) : words('promptUntimed', { digit }))
  }, [name, startedAt, endsAt, isTimed, prompt, promptAtMs, words])

  useEffect(() => {
    if (name !== 'drawing' || isPaused) return
    const timers = saidAtSeconds.flatMap((seconds) => {
      const inMs = endsAt - now() - seconds * 1000
      return inMs > 0 ? setTimeout(() => setSaid(words('seconds', { seconds })), inMs) : []
    })
    return () => timers.forEach(clearTimeout)
  }, [name, endsAt, now, isPaused, words])

  useEffect(() => {
    if (lock)
      setSaid(
        words('locked', { seconds: format.number(lock.atMs / 1000, { maximumFractionDigits: 1 }), points }),
      )
  }, [lock, points, words, format])

  useEffect(() => {
    if (isRelay && hasPen) setSaid(words('penIsYours'))
  }, [isRelay, hasPen, words])

  useEffect(() => {
    if (wrongLocks > 0) setSaid(words('wrongLock'))
  }, [wrongLocks, words])

  useEffect(() => {
    if (phase?.name === 'judging') setSaid(words('judging'))
    if (phase?.name === 'reveal') {
      const ownResults = phase.drawings.filter(({ players }) => players.some(({ id }) => id === you))
      if (ownResults.length > 0) {
        setSaid(words('points', { points: ownResults.reduce((sum, result) => sum + result.points, 0) }))
      }
    }
    if (phase?.name === 'finished') {
      const [winner, second] = phase.standings
      const title = second?.rank === 1 ? titles('titleShared') : titles('title', { name: winner?.name ?? '' })
      setSaid(words('finished', { title }))
    }
  }, [phase, you, words, titles])

  return (
    <p aria-live="assertive" className="sr-only">
      {said}
    </p>
  )
}
