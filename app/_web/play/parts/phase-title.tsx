'use client'

import { type ReactNode, type RefObject, useEffect, useRef } from 'react'

/** A screen's heading. It takes the focus when what had it went away with the screen before. */
export function PhaseTitle({ children, className }: { children: ReactNode; className?: string }) {
  const ref = useKeptFocus<HTMLHeadingElement>()
  return (
    <h1 ref={ref} tabIndex={-1} className={`keeps-focus ${className ?? ''}`}>
      {children}
    </h1>
  )
}

/**
 * For what takes the place of something that had the focus: takes it when nothing else has, so that it is never lost. The element
 * needs `tabIndex={-1}` and the class `keeps-focus`.
 */
export function useKeptFocus<Kept extends HTMLElement>(): RefObject<Kept | null> {
  const ref = useRef<Kept>(null)
  useEffect(() => {
    const hasFocus = document.activeElement !== null && document.activeElement !== document.body
    if (!hasFocus) ref.current?.focus({ preventScroll: true })
  }, [])
  return ref
}
