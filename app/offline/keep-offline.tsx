'use client'

import { useEffect } from 'react'

/**
 * Has Practice kept in this browser for when the network is gone; it costs about a megabyte, once, when the page has nothing
 * better to do. Not in rooms, where everything else is better to do.
 */
export function KeepOffline() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator) || isSaving()) return
    // A browser that may not keep anything still plays.
    const timer = setTimeout(() => navigator.serviceWorker.register('/sw.js').catch(() => {}), settledMs)
    return () => clearTimeout(timer)
  }, [])
  return null
}

const settledMs = 3_000

function isSaving(): boolean {
  return 'connection' in navigator && (navigator.connection as { saveData?: boolean }).saveData === true
}
