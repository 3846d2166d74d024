/** Does the device know that it has no network? That it has one says nothing of the server. */
export function isOffline(): boolean {
  return navigator.onLine === false
}

/** Calls back whenever `isOffline` may answer otherwise. @returns what ends that */
export function watchNetwork(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

/** Has the person asked for as little traffic as can be? */
export function isSavingData(): boolean {
  return (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true
}

/** Installs a service worker, in secure contexts; elsewhere, and where it may not, the page works with a network only. */
export async function installWorker(path: string): Promise<void> {
  try {
    await navigator.serviceWorker?.register(path)
  } catch {
    // A browser that may not keep anything still plays.
  }
}

/**
 * What the server's edge answers to a Server Action from a page at another address than its own. Whoever catches the error of
 * an action lets this one pass on to the error page, which leads there: no second try can help.
 * @returns the address that works, undefined for any other error
 */
export function rightAddress(error: unknown): string | undefined {
  return error instanceof Error ? /^foreign-origin (https?:\S+)$/.exec(error.message)?.[1] : undefined
}
