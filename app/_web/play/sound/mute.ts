'use client'

import { useSyncExternalStore } from 'react'
import { keep, readKept } from '../../kit/browser/storage'

const key = 'is-muted'
const listeners = new Set<() => void>()

/** Where nothing can be kept, the choice lasts as long as the page. */
let chosen: boolean | null = null

export function isMuted(): boolean {
  chosen ??= readKept(key) === 'true'
  return chosen
}

export function setMuted(muted: boolean): void {
  chosen = muted
  keep(key, String(muted))
  for (const changed of listeners) changed()
}

export function useMuted(): boolean {
  return useSyncExternalStore(subscribe, isMuted, () => false)
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
