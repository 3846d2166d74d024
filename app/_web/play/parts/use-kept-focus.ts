import { type RefObject, useEffect, useRef } from 'react'

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
