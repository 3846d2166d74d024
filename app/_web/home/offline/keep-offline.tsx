'use client'

import { useEffect } from 'react'
import { installWorker, isSavingData } from '../../kit/browser/network'

/**
 * Installs the service worker, which caches Practice for use without a network: about a megabyte, once, when the page has
 * settled. Not in rooms, where a phone has better things to fetch.
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
