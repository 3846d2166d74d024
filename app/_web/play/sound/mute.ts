'use client'

import { useSyncExternalStore } from 'react'
import { readStored, store } from '../../kit/browser/storage'

const key = 'is-muted'
const listeners = new Set<() => void>()

/** Where nothing can be stored, the choice lasts as long as the page. */
let chosen: boolean | null = null

export function isMuted(): boolean {
  chosen ??= readStored(key) === 'true'
  return chosen
}

export function setMuted(muted: boolean): void {
  chosen = muted
  store(key, String(muted))
  for (const changed of listeners) changed()
}

export function useMuted(): boolean {
  return useSyncExternalStore(subscribe, isMuted, () => false)
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
