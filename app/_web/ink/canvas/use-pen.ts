import { type RefObject, useEffect, useRef } from 'react'
import { listenToPen, type PenHandlers, type PenListener } from './pen-listener'

type PenOptions = PenHandlers & {
  /** Which drawing of the pad; a stroke does not go on in the next. */
  readonly drawing: number
}

/**
 * Listens to pen, touch and mouse on a square element and in the zone around it, where a stroke may begin. A stroke that is down
 * when the pad stops being drawable ends there.
 */
export function usePen(
  zone: RefObject<HTMLElement | null>,
  pad: RefObject<HTMLElement | null>,
  { drawing, ...options }: PenOptions,
): void {
  const handlers = useRef<PenHandlers>(options)
  const listener = useRef<PenListener>(null)
  useEffect(() => {
    handlers.current = options
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another drawing is heard by another listener.
  useEffect(() => {
    if (!zone.current || !pad.current) return
    const listening = listenToPen(zone.current, pad.current, handlers)
    listener.current = listening
    return listening.end
  }, [zone, pad, drawing])
  const { isDrawable } = options
  useEffect(() => {
    if (!isDrawable) listener.current?.rest()
  }, [isDrawable])
}
