'use client'

import { animate, useReducedMotion } from 'motion/react'
import { useFormatter } from 'next-intl'
import { useEffect, useRef } from 'react'

/** A number that runs up to its value. */
export function CountUp({ value, from = 0, delay = 0 }: { value: number; from?: number; delay?: number }) {
  const format = useFormatter()
  const ref = useRef<HTMLSpanElement>(null)
  const isStill = useReducedMotion()
  useEffect(() => {
    if (isStill) return
    const running = animate(from, value, {
      duration: 0.7,
      delay,
      ease: 'easeOut',
      onUpdate: (shown) => {
        if (ref.current) ref.current.textContent = format.number(Math.round(shown))
      },
    })
    return () => running.stop()
  }, [value, from, delay, isStill, format])
  return (
    <span ref={ref} className="figures">
      {format.number(value)}
    </span>
  )
}
