/** Does a media query match? No, where the browser knows none. */
export function matchesMedia(query: string): boolean {
  return globalThis.matchMedia?.(query).matches ?? false
}

/** Tells of changes of a media query. @returns ends it */
export function watchMedia(query: string, changed: () => void): () => void {
  const list = globalThis.matchMedia?.(query)
  // Safari before 14 has no events here: the page stays as it was loaded.
  list?.addEventListener?.('change', changed)
  return () => list?.removeEventListener?.('change', changed)
}

/**
 * Tells when an element's size has changed, or how many pixels the screen has for it: by zoom, or on another screen, the latter
 * changes alone. Called once to begin with where sizes cannot be observed.
 * @returns ends it
 */
export function watchPixels(element: Element, changed: () => void): () => void {
  const sizes = typeof ResizeObserver === 'function' ? new ResizeObserver(changed) : null
  sizes?.observe(element)
  if (!sizes) changed()
  let forget = () => {}
  // The query is about one ratio, so every change needs another.
  const watchRatio = () => {
    forget = watchMedia(`(resolution: ${devicePixelRatio}dppx)`, () => {
      forget()
      watchRatio()
      changed()
    })
  }
  watchRatio()
  return () => {
    sizes?.disconnect()
    forget()
  }
}

/** Keeps the screen from going dark, until the page is hidden. @returns null where it may not, or on a battery nearly empty */
export async function holdScreen(): Promise<{ readonly release: () => void } | null> {
  try {
    const lock = await navigator.wakeLock?.request('screen')
    return lock ? { release: () => void lock.release().catch(() => {}) } : null
  } catch {
    return null
  }
}
