import type { Page } from '@playwright/test'

/** What a page has seen of itself since it was opened. Times in ms. */
export type Seen = {
  /** Cumulative layout shift as Web Vitals define it: the largest sum of a burst of at most 5 s without a pause of 1 s. */
  readonly layoutShift: number
  /** The text of what moved. */
  readonly moved: readonly string[]
  readonly largestPaintMs: number
  /** What long tasks took beyond 50 ms each. */
  readonly blockingMs: number
}

type LayoutShift = PerformanceEntry & {
  readonly value: number
  readonly hadRecentInput: boolean
  readonly sources: readonly { readonly node: Node | null }[]
}

/** Has every page from now on watch itself from its first moment. */
export async function watchFromStart(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = { layoutShift: 0, moved: [] as string[], largestPaintMs: 0, blockingMs: 0 }
    let burst = { first: 0, last: 0, sum: 0 }
    Object.assign(window, { seen })
    const watch = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
    watch('layout-shift', (entry) => {
      const { value, hadRecentInput, sources } = entry as LayoutShift
      if (hadRecentInput) return
      const { startTime } = entry
      if (startTime - burst.last > 1_000 || startTime - burst.first > 5_000)
        burst = { first: startTime, last: startTime, sum: 0 }
      burst = { ...burst, last: startTime, sum: burst.sum + value }
      seen.layoutShift = Math.max(seen.layoutShift, burst.sum)
      seen.moved.push(...sources.map(({ node }) => (node?.textContent ?? '').slice(0, 40)))
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
