'use client'

import type { ReactNode } from 'react'
import { useKeptFocus } from './use-kept-focus'

/** A screen's heading. It takes the focus when what had it went away with the screen before. */
export function PhaseTitle({ children, className }: { children: ReactNode; className?: string }) {
  const ref = useKeptFocus<HTMLHeadingElement>()
  return (
    <h1 ref={ref} tabIndex={-1} className={`keeps-focus ${className ?? ''}`}>
      {children}
    </h1>
  )
}
