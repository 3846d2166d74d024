'use client'

import { useSyncExternalStore } from 'react'

const key = 'is-muted'
const listeners = new Set<() => void>()

/** Storage can be forbidden; then the choice lasts as long as the page. */
let chosen: boolean | null = null

export function isMuted(): boolean {
  chosen ??= read()
  return chosen
}

export function setMuted(muted: boolean): void {
  chosen = muted
  try {
    localStorage.setItem(key, String(muted))
  } catch {
    // Kept for this page only.
  }
  for (const changed of listeners) changed()
}

export function useMuted(): boolean {
  return useSyncExternalStore(subscribe, isMuted, () => false)
}

function read(): boolean {
  try {
    return localStorage.getItem(key) === 'true'
  } catch {
    return false
  }
}

function subscribe(changed: () => void): () => void {
  listeners.add(changed)
  return () => listeners.delete(changed)
}
