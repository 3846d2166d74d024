'use client'

import { useEffect, useState } from 'react'

/**
 * Counts down to the next challenge, hours, minutes and seconds. It goes by the time that has passed on the page: the clock of
 * this device may be wrong.
 */
export function TimeLeft({ leftMs }: { leftMs: number }) {
  const [passedMs, setPassedMs] = useState(0)
  useEffect(() => {
    const since = performance.now()
    const timer = setInterval(() => setPassedMs(performance.now() - since), 1_000)
    return () => clearInterval(timer)
  }, [])
  const seconds = Math.max(0, Math.ceil((leftMs - passedMs) / 1_000))
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return (
    <span role="timer" dir="ltr" className="figures inline-block font-bold text-3xl">
      {parts.map((part) => String(part).padStart(2, '0')).join(':')}
    </span>
  )
}
