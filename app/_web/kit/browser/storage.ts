/** What this browser keeps under a name; null where it keeps nothing, or may not: in private modes the very getter throws. */
export function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Keeps a text in this browser, where that is allowed and there is room; else it is forgotten with the page. */
export function keep(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // Kept by the page alone.
  }
}
