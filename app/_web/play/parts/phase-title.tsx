'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** A screen's heading. It takes the focus when what had it went away with the screen before, so that it is never lost. */
export function PhaseTitle({ children, className }: { children: ReactNode; className?: string }) {
  const ref = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const hasFocus = document.activeElement !== null && document.activeElement !== document.body
    if (!hasFocus) ref.current?.focus({ preventScroll: true })
  }, [])
  return (
    <h1 ref={ref} tabIndex={-1} className={`phase-title outline-none ${className ?? ''}`}>
      {children}
    </h1>
  )
}
