'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'

/**
 * Makes all plain links inside what `Link` is: a hundred in a table would be a hundred components that are rendered, sent and made
 * alive one by one.
 */
export function LinkArea({ children, className }: { children: ReactNode; className?: string }) {
  const areaRef = useRef<HTMLDivElement>(null)
  const router = useRouter()
  useEffect(() => {
    const area = areaRef.current
    const stop = new AbortController()
    const linkOf = ({ target }: Event) => (target as Element).closest('a')?.getAttribute('href')
    const comeNear = (event: Event) => {
      const address = linkOf(event)
      if (address) router.prefetch(address)
    }
    const follow = (event: MouseEvent) => {
      const address = linkOf(event)
      const isPlain =
        event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
      if (!address || !isPlain || event.defaultPrevented) return
      event.preventDefault()
      router.push(address)
    }
    area?.addEventListener('pointerover', comeNear, stop)
    area?.addEventListener('focusin', comeNear, stop)
    area?.addEventListener('click', follow, stop)
    return () => stop.abort()
  }, [router])
  return (
    <div ref={areaRef} className={className}>
      {children}
    </div>
  )
}
