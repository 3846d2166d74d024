/** Reads from localStorage; null where nothing is stored or storage is forbidden: in private modes the very getter throws. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

/** Writes to localStorage, where that is allowed and there is room. */
export function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text)
  } catch {
    // Forbidden or full: the choice lasts as long as the page.
  }
}
