import type { Page } from '@playwright/test'

/** What a page has seen of itself since it was opened. Times in ms. */
export type Seen = {
  readonly layoutShift: number
  readonly largestPaintMs: number
  /** What long tasks took beyond 50 ms each. */
  readonly blockingMs: number
}

/** Has every page from now on watch itself from its first moment. */
export async function watchFromStart(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { layoutShift: 0, largestPaintMs: 0, blockingMs: 0 }
    Object.assign(window, { seen })
    const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
    watch('layout-shift', (entry) => {
      const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
      if (!hadRecentInput) seen.layoutShift += value
    })
    watch('largest-contentful-paint', ({ startTime }) => {
      seen.largestPaintMs = startTime
    })
    watch('longtask', ({ duration }) => {
      seen.blockingMs += Math.max(0, duration - 50)
    })
  })
}

export function readSeen(page: Page): Promise<Seen> {
  return page.evaluate(() => (window as unknown as { seen: Seen }).seen)
}
