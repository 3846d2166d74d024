import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import getPort from 'get-port'
import { Builder, By, Key, Origin, type WebDriver, type WebElement } from 'selenium-webdriver'
import { devices } from '../devices'
import { openNameProxy } from './name-proxy'
import { startProgram } from './program'
import type { Engine, Visitor } from './visitor'

const keys = { Home: Key.HOME, End: Key.END, Escape: Key.ESCAPE }

const driverPath = '/usr/bin/WebKitWebDriver'
const displayPath = '/usr/bin/Xvfb'
const hasDisplay = process.env.DISPLAY !== undefined || process.env.WAYLAND_DISPLAY !== undefined

/** The engine of Safari in its small browser for tests. */
export const webkitgtk: Engine = {
  name: 'webkitgtk',
  missing: !existsSync(driverPath)
    ? 'there is no WebKitWebDriver (on Debian: webkit2gtk-driver)'
    : hasDisplay || existsSync(displayPath)
      ? null
      : 'there is no display, and no Xvfb to make one (on Debian: xvfb)',
  visit,
}

/** @returns a person whose browser has a driver, a display and a proxy of its own: a driver knows but one browser at a time */
async function visit(): Promise<Visitor> {
  const display = hasDisplay
    ? null
    : await startProgram(displayPath, ['-displayfd', '1'], /^(?<ready>\d+)\n/m)
  const proxy = await openNameProxy()
  const port = await getPort({ host: '127.0.0.1' })
  const program = await startProgram(driverPath, [`--port=${port}`, '--host=127.0.0.1'], null, {
    ...process.env,
    ...(display && { DISPLAY: `:${display.ready}` }),
    // WebDriver's own setting leaves sockets out. Driver and browser talk to each other by 127.0.0.1.
    ...{ http_proxy: `http://${proxy.host}`, all_proxy: `http://${proxy.host}`, no_proxy: '127.0.0.1' },
  })
  const address = `http://127.0.0.1:${port}`
  await untilAnswers(`${address}/status`)
  const driver = await new Builder()
    .usingServer(address)
    .withCapabilities({
      browserName: 'MiniBrowser',
      'webkitgtk:browserOptions': {
        args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
      },
    })
    .build()
  const { width, height } = devices.phone.viewport
  await driver.manage().window().setRect({ x: 0, y: 0, width, height })
  return {
    ...visitorOf(driver),
    async leave() {
      await driver.quit()
      await proxy.close()
      const said = await program.stop()
      await display?.stop()
      return said.split('\n').filter((line) => /^CONSOLE .*ERROR/.test(line))
    },
  }
}

/** The driver does not say when it is ready. @throws Error after 10 s */
async function untilAnswers(address: string): Promise<void> {
  const lastTryAt = Date.now() + 10_000
  for (;;) {
    try {
      await fetch(address)
      return
    } catch (error) {
      if (Date.now() > lastTryAt) throw error
      await setTimeout(50)
    }
  }
}

function visitorOf(driver: WebDriver): Omit<Visitor, 'leave'> {
  const find = async (xpath: string): Promise<WebElement> => {
    const found = await driver.wait(
      async () => (await driver.findElements(By.xpath(xpath)))[0] ?? null,
      30_000,
      xpath,
    )
    if (!found) throw new Error(`there is no ${xpath}`)
    return found
  }
  const ifThere = async <T>(xpath: string, read: (element: WebElement) => Promise<T>): Promise<T | null> => {
    const [element] = await driver.findElements(By.xpath(xpath))
    // What React replaces between the two questions is not there either.
    return element ? read(element).catch(() => null) : null
  }
  return {
    open: (address) => driver.get(address),
    click: async (xpath) => (await find(xpath)).click(),
    async fill(xpath, text) {
      const field = await find(xpath)
      const before = await field.getAttribute('value')
      await field.sendKeys(Key.END, Key.BACK_SPACE.repeat(before?.length ?? 0), text)
    },
    press: async (xpath, key) => (await find(xpath)).sendKeys(keys[key]),
    // Not `getText`, which leaves out what is still fading in.
    text: (xpath) =>
      ifThere(xpath, (element) => driver.executeScript('return arguments[0].textContent', element)),
    attribute: (xpath, name) => ifThere(xpath, (element) => element.getAttribute(name)),
    ask: (expression) => driver.executeScript(`return ${expression}`),
    async write(padXpath, strokes) {
      const pad = await find(padXpath)
      const box = await driver.executeScript<{ x: number; y: number; width: number; height: number }>(
        'arguments[0].scrollIntoView({ block: "nearest" }); return arguments[0].getBoundingClientRect().toJSON()',
        pad,
      )
      for (const [first, ...rest] of strokes) {
        if (!first) continue
        const hand = driver.actions()
        const go = ({ x, y }: { x: number; y: number }, duration: number) =>
          hand.move({
            ...{ origin: Origin.VIEWPORT, duration },
            x: Math.round(box.x + x * box.width),
            y: Math.round(box.y + y * box.height),
          })
        go(first, 0).press()
        rest.forEach((point, index) => {
          go(point, point.t - (rest[index - 1] ?? first).t)
        })
        await hand.release().perform()
      }
    },
    look: async () => Buffer.from(await driver.takeScreenshot(), 'base64'),
  }
}
