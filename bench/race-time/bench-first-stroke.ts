import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import { findBrowser } from '../../e2e/browser'
import { homePage } from '../../e2e/pages/home-page'
import { touchPen } from '../../e2e/pen'
import { startServer } from '../../e2e/server'
import { openContext, phoneSlowdown } from '../pages/open-context'
import { quantile, type Report, rounded } from '../report'

const visits = 3

/** How soon somebody who has never been here draws: on the page itself, and in a game. Taps count those before the first stroke. */
export async function benchFirstStroke(): Promise<Report[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-first-stroke-'))
  const server = await startServer({ DATA_FOLDER: folder })
  const browser = await chromium.launch(await findBrowser())
  try {
    const rowOf = async (taps: number, visit: typeof drawOnHome) => {
      const taken: number[] = []
      for (let each = 0; each < visits; each++) taken.push(await asPhone(browser, server.url, visit))
      return { taps, 'waited p50 ms': rounded(quantile(taken, 0.5)), 'most ms': rounded(Math.max(...taken)) }
    }
    return [
      {
        title:
          'First visit on a phone (CPU slowed down 4 times, network of this machine): until the first stroke',
        rows: {
          'on the first page, from its address': await rowOf(0, drawOnHome),
          'in a Rush, from the tap on it': await rowOf(1, drawInRush),
        },
        notes: ['To reach: at most two taps and 3 s. The Rush has its countdown of 3 s in it.'],
      },
    ]
  } finally {
    await browser.close()
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

async function asPhone(
  browser: Browser,
  url: string,
  visit: (page: Page, url: string) => Promise<number>,
): Promise<number> {
  const context = await openContext(browser, 'phone')
  try {
    const page = await context.newPage()
    const devTools = await context.newCDPSession(page)
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: phoneSlowdown })
    return await visit(page, url)
  } finally {
    await context.close()
  }
}

/** Until a stroke can be drawn; then one is, and is answered. */
async function drawOnHome(page: Page, url: string): Promise<number> {
  const home = homePage(page, touchPen(await page.context().newCDPSession(page)))
  const startedAt = performance.now()
  await page.goto(url, { waitUntil: 'commit' })
  await home.pad.and(page.locator('[data-drawable=true]')).waitFor()
  const waitedMs = performance.now() - startedAt
  await home.write(3)
  await home.seen.filter({ hasText: /It sees a 3/ }).waitFor()
  return waitedMs
}

async function drawInRush(page: Page, url: string): Promise<number> {
  const home = homePage(page)
  await page.goto(url)
  await home.suggestedName.waitFor()
  await page.getByRole('button', { name: 'Rush 30 s' }).tap()
  const tappedAt = performance.now()
  // Not the pad of the first page, which is still there.
  const pad = page.getByRole('img', { name: 'Your canvas' })
  await pad.and(page.locator('[data-drawable=true]')).waitFor()
  return performance.now() - tappedAt
}
