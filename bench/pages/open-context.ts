import type { Browser, BrowserContext, Page } from '@playwright/test'
import { type DeviceName, devices } from '../../e2e/devices'

/** A phone is about so much slower than the machine of whoever builds for it. */
export const phoneSlowdown = 4

/** A browser of its own that has never been anywhere, in the shape of a device. */
export async function openContext(
  browser: Browser,
  device: DeviceName,
  baseURL?: string,
): Promise<BrowserContext> {
  const context = await browser.newContext({ ...devices[device], baseURL, serviceWorkers: 'block' })
  // The loader that runs this bench marks functions with their names, those too that it sends to the page.
  await context.addInitScript('globalThis.__name = (named) => named')
  return context
}

/** Saves a player's name by the API, from the page's own origin, which the same-origin check asks for. */
export async function signUp(page: Page, name: string): Promise<void> {
  await page.goto('/offline')
  await page.evaluate(async (body) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch('/api/player', { method: 'POST', headers, body })
    if (!answer.ok) throw new Error(`no name: ${answer.status}`)
  }, JSON.stringify({ name }))
}
