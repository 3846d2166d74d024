import type { Locator, Page } from '@playwright/test'

/** When a page saw things happen, in ms of the clock that all pages share: null until it did, missing where it does not look. */
export type SeenAt = { penAt?: number | null; inkAt?: number | null; thoughtAt?: number | null }

type Watching = { seenAt: SeenAt }

/** Has a page note when the pen touches down on it. */
export function watchPen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { seenAt } = Object.assign(window as unknown as Watching, { seenAt: { penAt: null } as SeenAt })
    const note = ({ timeStamp }: Event) => {
      seenAt.penAt ??= performance.timeOrigin + timeStamp
    }
    addEventListener('pointerdown', note, { capture: true })
  })
}

/** Has a page note when the words beside these are first about more than an empty page. */
export function watchThought(words: Locator): Promise<void> {
  return words.evaluate((element) => {
    const { seenAt } = window as unknown as Watching
    seenAt.thoughtAt = null
    new MutationObserver(() => {
      if (seenAt.penAt && !element.parentElement?.textContent?.includes('an empty page'))
        seenAt.thoughtAt ??= performance.timeOrigin + performance.now()
    }).observe(element.parentElement ?? element, { childList: true, subtree: true, characterData: true })
  })
}

/** Has a page look at a canvas once a frame, and note when there is ink on it. */
export function watchGlass(glass: Locator): Promise<void> {
  return glass.evaluate((canvas) => {
    const { seenAt } = Object.assign(window as unknown as Watching, { seenAt: { inkAt: null } as SeenAt })
    const size = 32
    const small = new OffscreenCanvas(size, size).getContext('2d', { willReadFrequently: true })
    const look = () => {
      requestAnimationFrame(look)
      small?.clearRect(0, 0, size, size)
      small?.drawImage(canvas as HTMLCanvasElement, 0, 0, size, size)
      const levels = small?.getImageData(0, 0, size, size).data ?? []
      if (levels.some((level) => level > 0)) seenAt.inkAt ??= performance.timeOrigin + performance.now()
    }
    look()
  })
}

/** Has a page look out anew. */
export function forgetSeen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const { seenAt } = window as unknown as Watching
    for (const key of Object.keys(seenAt) as (keyof SeenAt)[]) seenAt[key] = null
  })
}

export function readSeenAt(page: Page): Promise<SeenAt> {
  return page.evaluate(() => (window as unknown as Watching).seenAt)
}
