'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { isOffline, watchNetwork } from '../../kit/browser/network'
import { explainAfterMs, findTrouble, type Trouble } from './connection-trouble'
import type { LinkState } from './room-state'
import { watchServer } from './watch-server'

/** @returns why somebody waits for a connection; null while they have not waited long for it */
export function useTrouble(isWaiting: boolean, line: LinkState, since: number): Trouble | null {
  const isOnline = useIsOnline()
  const [doesAnswer, setAnswering] = useState<boolean | null>(null)
  useEffect(() => {
    if (!isWaiting) return
    const stop = watchServer(since + explainAfterMs, setAnswering)
    return () => {
      stop()
      setAnswering(null)
    }
  }, [isWaiting, since])
  if (!isWaiting || doesAnswer === null) return null
  return findTrouble({ isOnline, doesAnswer, isConnected: line.isOpen, reason: line.reason })
}

/** What the browser says; true on the server. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(
    watchNetwork,
    () => !isOffline(),
    () => true,
  )
}
