import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

/** What is wrong with a page, in words; nothing where nothing is. */
export type Faults = { readonly accessibility: readonly string[]; readonly practices: readonly string[] }

/** @param complaints what the console said */
export async function findFaults(page: Page, complaints: readonly string[]): Promise<Faults> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const practices = await page.evaluate(() => {
    const { documentElement, title, images } = document
    const found: string[] = []
    if (!documentElement.lang) found.push('no language')
    if (!title) found.push('no title')
    if (!document.querySelector('meta[name=description]')?.getAttribute('content'))
      found.push('no description')
    if (!document.querySelector('meta[name=viewport]')) found.push('no viewport')
    if (document.doctype?.name !== 'html') found.push('no doctype')
    for (const { naturalWidth, width, src } of images) {
      if (naturalWidth > width * devicePixelRatio * 1.5) found.push(`too large an image: ${src}`)
    }
    return found
  })
  return {
    accessibility: violations.map(({ id }) => id),
    practices: [...practices, ...complaints.map((text) => `console: ${text}`)],
  }
}
