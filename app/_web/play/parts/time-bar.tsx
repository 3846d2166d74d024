'use client'

import { useEffect, useRef } from 'react'
import { matchesMedia } from '../../kit/browser/screen'
import { useIsPaused, useRoomClient } from '../room-client/use-room'

type TimeBarProps = { endsAt: number; totalMs: number; className?: string }

/**
 * The time that is left, run down by the browser itself from the server's clock. The last quarter turns to the accent.
 * Who asked for less motion sees it go down once a second.
 */
export function TimeBar({ endsAt, totalMs, className = '' }: TimeBarProps) {
  const { now } = useRoomClient()
  const isPaused = useIsPaused()
  const barRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const leftMs = Math.max(0, endsAt - now())
    const running = barRef.current?.animate(
      [{ transform: `scaleX(${Math.min(1, leftMs / totalMs)})` }, { transform: 'scaleX(0)' }],
      { duration: leftMs, fill: 'both' },
    )
    if (isPaused) {
      running?.pause()
      return () => running?.cancel()
    }
    let step: ReturnType<typeof setInterval> | undefined
    if (running && matchesMedia('(prefers-reduced-motion: reduce)')) {
      // One that runs asks for sixty frames a second, also where it steps: this one is moved by hand.
      running.pause()
      step = setInterval(() => {
        running.currentTime = leftMs - Math.max(0, endsAt - now())
      }, 1_000)
    }
    const hurry = setTimeout(
      () => barRef.current?.classList.replace('bg-ink', 'bg-accent'),
      leftMs - totalMs / 4,
    )
    return () => {
      running?.cancel()
      clearInterval(step)
      clearTimeout(hurry)
      barRef.current?.classList.replace('bg-accent', 'bg-ink')
    }
  }, [endsAt, totalMs, now, isPaused])
  return (
    <div aria-hidden="true" className={`h-2 overflow-hidden rounded-full bg-line ${className}`}>
      <div ref={barRef} className="forced-color-adjust-none h-full origin-left rounded-full bg-ink" />
    </div>
  )
}
