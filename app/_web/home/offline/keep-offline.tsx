'use client'

import { useEffect } from 'react'
import { installWorker, isSavingData } from '../../kit/browser/network'

/**
 * Has Practice kept in this browser for when the network is gone; it costs about a megabyte, once, when the page has nothing
 * better to do. Not in rooms, where everything else is better to do.
 */
export function KeepOffline() {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || isSavingData()) return
    const timer = setTimeout(installWorker, settledMs, '/sw.js')
    return () => clearTimeout(timer)
  }, [])
  return null
}

const settledMs = 3_000
