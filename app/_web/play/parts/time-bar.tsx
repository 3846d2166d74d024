'use client'

import { useEffect, useRef } from 'react'
import { cancelPaint, paintInNextFrame } from '../../ink/canvas/animation-frame'
import { matchesMedia } from '../../kit/browser/screen'
import { useIsPaused, useRoomClient } from '../room-client/use-room'
import { timeStepMs } from './time-step'

type TimeBarProps = { endsAt: number; totalMs: number; className?: string }

/**
 * The time that is left by the server's clock, in steps too small to be seen. An animation of the browser would have the page's style
 * worked out in every frame, those of the pen too. The last quarter turns to the accent. Who asked for less motion sees it go down
 * once a second.
 */
export function TimeBar({ endsAt, totalMs, className = '' }: TimeBarProps) {
  const { now } = useRoomClient()
  const isPaused = useIsPaused()
  const barRef = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const bar = barRef.current
    if (!bar) return
    const leftMs = () => Math.max(0, endsAt - now())
    const paint = () => {
      bar.style.transform = `scaleX(${Math.min(1, leftMs() / totalMs)})`
    }
    paint()
    if (isPaused || leftMs() === 0) return
    const isQuiet = matchesMedia('(prefers-reduced-motion: reduce)')
    const stepMs = isQuiet ? 1_000 : timeStepMs(totalMs, bar.clientWidth)
    const running = setInterval(() => paintInNextFrame(paint), stepMs)
    const hurry = setTimeout(() => bar.classList.replace('bg-ink', 'bg-accent'), leftMs() - totalMs / 4)
    return () => {
      clearInterval(running)
      cancelPaint(paint)
      clearTimeout(hurry)
      bar.classList.replace('bg-accent', 'bg-ink')
    }
  }, [endsAt, totalMs, now, isPaused])
  return (
    <div
      aria-hidden="true"
      className={`h-2 overflow-hidden rounded-full bg-line forced-colors:border ${className}`}
    >
      <div
        ref={barRef}
        className="forced-color-adjust-none h-full origin-left rounded-full bg-ink will-change-transform"
      />
    </div>
  )
}
