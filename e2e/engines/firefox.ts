import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { type ElementHandle, launch, type Page } from 'puppeteer-core'
import { networkName } from '../address'
import { devices } from '../devices'
import type { Engine, Visitor } from './visitor'

const executablePath = [
  '/usr/bin/firefox-esr',
  '/usr/bin/firefox',
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
].find((file) => existsSync(file))

/** Firefox as Mozilla builds it, which speaks WebDriver BiDi without a program in between. */
export const firefox: Engine = {
  name: 'firefox',
  missing: executablePath ? null : 'there is no Firefox (on Debian: firefox-esr)',
  visit,
}

async function visit(): Promise<Visitor> {
  const browser = await launch({
    browser: 'firefox',
    ...(executablePath && { executablePath }),
    extraPrefsFirefox: { 'network.dns.localDomains': networkName, 'ui.prefersReducedMotion': 1 },
  })
  const page = await browser.newPage()
  await page.setViewport(devices.phone.viewport)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(String(error)))
  return {
    ...visitorOf(page),
    async leave() {
      await browser.close()
      return complaints
    },
  }
}

function visitorOf(page: Page): Omit<Visitor, 'leave'> {
  // Not by Puppeteer's locators: those make code out of text on the page, which its policy reports.
  const find = async (xpath: string): Promise<ElementHandle> => {
    const lastTryAt = Date.now() + 30_000
    for (;;) {
      const element = await page.$(`xpath/${xpath}`)
      if (element) return element
      if (Date.now() > lastTryAt) throw new Error(`there is no ${xpath}`)
      await setTimeout(50)
    }
  }
  const ifThere = async <T>(
    xpath: string,
    read: (element: ElementHandle) => Promise<T>,
  ): Promise<T | null> => {
    const element = await page.$(`xpath/${xpath}`)
    // What React replaces between the two questions is not there either.
    return element ? read(element).catch(() => null) : null
  }
  return {
    async open(address) {
      await page.goto(address)
    },
    click: async (xpath) => (await find(xpath)).click(),
    async fill(xpath, text) {
      const field = await find(xpath)
      await field.click({ count: 3 })
      await field.type(text)
    },
    press: async (xpath, key) => (await find(xpath)).press(key),
    text: (xpath) => ifThere(xpath, (element) => element.evaluate(({ textContent }) => textContent)),
    attribute: (xpath, name) =>
      ifThere(xpath, (element) => element.evaluate((node, name) => node.getAttribute(name), name)),
    ask: (expression) => page.evaluate(expression),
    async write(padXpath, strokes) {
      const pad = await find(padXpath)
      const box = await pad.boundingBox()
      if (!box) throw new Error('the pad is not on the page')
      for (const stroke of strokes) {
        const [first, ...rest] = stroke.map(
          ({ x, y }) => [box.x + x * box.width, box.y + y * box.height] as const,
        )
        if (!first) continue
        await page.mouse.move(...first)
        await page.mouse.down()
        for (const place of rest) await page.mouse.move(...place)
        await page.mouse.up()
      }
    },
    look: async () => Buffer.from(await page.screenshot()),
  }
}
