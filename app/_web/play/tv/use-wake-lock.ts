import { useEffect } from 'react'
import { holdScreen } from '../../kit/browser/screen'

/** Keeps the screen from going dark while the page is looked at, where the browser can. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: Awaited<ReturnType<typeof holdScreen>> = null
    let isHere = true
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      lock = await holdScreen()
      if (!isHere) lock?.release()
    }
    void hold()
    // The browser releases it whenever the page is hidden.
    document.addEventListener('visibilitychange', hold)
    return () => {
      isHere = false
      document.removeEventListener('visibilitychange', hold)
      lock?.release()
    }
  }, [])
}
