'use client'

import { useEffect, useRef } from 'react'

const delayMs = 400

/**
 * Shows what an icon does, as its `data-tip` says, to whoever points at it or reaches it by keyboard. One bubble serves
 * all of them, and the library that places it is fetched on first use: on a touch screen never.
 */
export function Tooltips() {
  const bubbleRef = useRef<HTMLDivElement>(null)
  useEffect(() => (bubbleRef.current ? watchTips(bubbleRef.current) : undefined), [])
  return (
    <div
      ref={bubbleRef}
      hidden
      aria-hidden="true"
      className="pointer-events-none fixed top-0 left-0 z-70 w-max max-w-64 rounded-lg bg-ink px-3 py-1.5 text-paper text-sm"
    />
  )
}

/** @returns ends it */
function watchTips(bubble: HTMLElement): () => void {
  let wanted: HTMLElement | null = null
  let timer: ReturnType<typeof setTimeout>

  function want(target: HTMLElement | null): void {
    if (target === wanted) return
    wanted = target
    bubble.hidden = true
    clearTimeout(timer)
    if (target) timer = setTimeout(show, delayMs, target)
  }

  async function show(target: HTMLElement): Promise<void> {
    // Without a network there is no tooltip.
    const floating = await import('@floating-ui/dom').catch(() => null)
    if (!floating || wanted !== target) return
    const { computePosition, flip, offset, shift } = floating
    bubble.textContent = target.dataset.tip ?? ''
    bubble.hidden = false
    const middleware = [offset(6), flip(), shift({ padding: 8 })]
    const { x, y } = await computePosition(target, bubble, {
      strategy: 'fixed',
      placement: 'top',
      middleware,
    })
    bubble.style.transform = `translate(${x}px, ${y}px)`
  }

  const end = new AbortController()
  const listen = (
    type: 'pointerover' | 'focusin' | 'focusout' | 'pointerdown' | 'keydown',
    hear: (event: Event) => void,
  ) => document.addEventListener(type, hear, { signal: end.signal })
  const tipped = ({ target }: Event) => (target as Element).closest<HTMLElement>('[data-tip]')
  listen('pointerover', (event) => (event as PointerEvent).pointerType !== 'touch' && want(tipped(event)))
  listen('focusin', (event) => (event.target as Element).matches(':focus-visible') && want(tipped(event)))
  listen('focusout', () => want(null))
  listen('pointerdown', () => want(null))
  listen('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && want(null))
  return () => {
    end.abort()
    clearTimeout(timer)
  }
}
