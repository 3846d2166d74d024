'use client'

import { useEffect, useRef } from 'react'
import { leaveForNextPage, takeFromLastPage } from '../../kit/browser/storage'

const key = 'review-lease'

/** [F12] The lease that the page before this one had in this tab, once. */
export const takeLastLease = () => takeFromLastPage(key)

/** [F12] Whoever loads the page again gives its samples back first; a copy of the tab knows nothing of them. */
export function useLeaseHandover(leaseId: string | null | undefined): void {
  const last = useRef(leaseId)
  last.current = leaseId
  useEffect(() => {
    const leave = () => {
      if (last.current) leaveForNextPage(key, last.current)
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [])
}
