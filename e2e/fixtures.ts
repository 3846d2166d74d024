import { test as base } from '@playwright/test'
import { openTcpRelay, type TcpRelay } from '#server/testing/tcp-relay'
import { type Actor, enterStage, type Habits } from './actor'
import type { DeviceName } from './devices'

type Cast = {
  /** Brings one more person, with a browser of their own. */
  invite: (name: string, device?: DeviceName, baseURL?: string, habits?: Habits) => Promise<Actor>
  /** Leads to the server that all stories share. */
  line: TcpRelay
  host: Actor
  guest: Actor
  spectator: Actor
}

/** Tests as stories: whoever plays in one gets a browser, and takes it away again at the end. */
export const test = base.extend<Cast>({
  async invite({ browser, baseURL }, use) {
    const actors: Actor[] = []
    await use(async (name, device = 'desktop', url = baseURL ?? '', habits = {}) => {
      const actor = await enterStage(browser, name, device, url, habits)
      actors.push(actor)
      return actor
    })
    for (const actor of actors) await actor.leave()
  },
  async line({ baseURL }, use) {
    const line = await openTcpRelay(baseURL ?? '')
    await use(line)
    await line.close()
  },
  host: async ({ invite }, use) => use(await invite('Ada')),
  guest: async ({ invite }, use) => use(await invite('Ben', 'phone')),
  spectator: async ({ invite }, use) => use(await invite('Cleo', 'desktop-dark')),
})

export { expect } from '@playwright/test'
