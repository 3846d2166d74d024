'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { isOffline, watchNetwork } from '../../kit/browser/network'
import { fetchWithTimeout } from '../../kit/net/http-client'
import { explainAfterMs, findTrouble, type Trouble } from './connection-trouble'
import type { LinkState } from './room-state'

const answerWithinMs = 2_000
const lookAgainMs = 3_000

/** @returns why somebody waits for a connection; null while they have not waited long for it */
export function useTrouble(isWaiting: boolean, line: LinkState, since: number): Trouble | null {
  const isOnline = useIsOnline()
  const [doesAnswer, setAnswering] = useState<boolean | null>(null)
  useEffect(() => {
    if (!isWaiting) return
    let timer: ReturnType<typeof setTimeout>
    let isHere = true
    const toldAt = since + explainAfterMs
    const look = async () => {
      const answering = await doesServerAnswer()
      if (!isHere) return
      timer = setTimeout(
        () => {
          setAnswering(answering)
          timer = setTimeout(look, lookAgainMs)
        },
        Math.max(0, toldAt - performance.now()),
      )
    }
    timer = setTimeout(look, Math.max(0, toldAt - answerWithinMs - performance.now()))
    return () => {
      isHere = false
      clearTimeout(timer)
      setAnswering(null)
    }
  }, [isWaiting, since])
  if (!isWaiting || doesAnswer === null) return null
  return findTrouble({ isOnline, doesAnswer, isConnected: line.isOpen, reason: line.reason })
}

async function doesServerAnswer(): Promise<boolean> {
  try {
    const response = await fetchWithTimeout(answerWithinMs, '/healthz', { cache: 'no-store' })
    // A hotel's login page answers too, with words of its own.
    return response.ok && (await response.text()) === 'ok'
  } catch {
    return false
  }
}

/** What the browser says; true on the server. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(
    watchNetwork,
    () => !isOffline(),
    () => true,
  )
}
