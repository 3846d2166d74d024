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

/** Remembers a text for the next page of this tab alone, which a copy of the tab is not: it is written when the page goes. */
export function leaveForNextPage(key: string, text: string): void {
  try {
    sessionStorage.setItem(key, text)
  } catch {
    // Forbidden or full: the next page knows nothing of it.
  }
}

/** What the page before this one left in this tab, once. */
export function takeFromLastPage(key: string): string | undefined {
  try {
    const text = sessionStorage.getItem(key)
    sessionStorage.removeItem(key)
    return text ?? undefined
  } catch {
    return undefined
  }
}
