import { useEffect } from 'react'

/** Keeps the screen from going dark while the page is looked at, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | null = null
    let isHere = true
    // Refused on a battery that is nearly empty; then the screen may sleep.
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null
      if (!isHere) void lock?.release()
    }
    void hold()
    // The browser lets go of it whenever the page is hidden.
    document.addEventListener('visibilitychange', hold)
    return () => {
      isHere = false
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
