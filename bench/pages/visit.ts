import type { Browser } from '@playwright/test'
import { countScriptBytes } from '../../e2e/script-bytes'
import { readSeen, type Seen, watchFromStart } from '../../e2e/watch-page'
import { type Faults, findFaults } from './find-faults'
import { openContext, phoneSlowdown } from './open-context'

export type Visit = Seen & {
  /** What came over the wire for scripts, compressed as it came. */
  readonly scriptBytes: number
  readonly faults: Faults
}

const settledMs = 2_500
/** Opens a page as somebody does who has never been here, on a phone. */
export async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await openContext(browser, 'phone')
  try {
    const page = await context.newPage()
    const devTools = await context.newCDPSession(page)
    const scriptBytes = await countScriptBytes(devTools)
    await devTools.send('Emulation.setCPUThrottlingRate', { rate: phoneSlowdown })
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await watchFromStart(page)
    await page.goto(url, { waitUntil: 'load' })
    await page.waitForTimeout(settledMs)
    const seen = await readSeen(page)
    return { ...seen, scriptBytes: scriptBytes(), faults: await findFaults(page, complaints) }
  } finally {
    await context.close()
  }
}
