import { type Browser, type BrowserContext, type ConsoleMessage, expect, type Page } from '@playwright/test'
import { type DeviceName, devices } from './devices'
import { adminPage } from './pages/admin-page'
import { homePage } from './pages/home-page'
import { practicePage } from './pages/practice-page'
import { profilePage } from './pages/profile-page'
import { roomPage } from './pages/room-page'
import { mousePen, touchPen } from './pen'

/** A person at a browser of their own. */
export type Actor = {
  readonly name: string
  readonly device: DeviceName
  readonly context: BrowserContext
  readonly page: Page
  readonly home: ReturnType<typeof homePage>
  readonly room: ReturnType<typeof roomPage>
  readonly practice: ReturnType<typeof practicePage>
  readonly admin: ReturnType<typeof adminPage>
  readonly profile: ReturnType<typeof profilePage>
  /** Fails when a page of this actor has complained, then goes. */
  leave(): Promise<void>
}

/** What Chromium itself writes to the console: that the network failed, or that the server said no to something asked. */
function isComplaint(message: ConsoleMessage): boolean {
  if (message.type() !== 'error') return false
  const isNetwork = /WebSocket connection to .* failed|net::ERR_/.test(message.text())
  const { url } = message.location()
  const isAnswer =
    message.text().startsWith('Failed to load') &&
    (url.includes('/api/') || url.includes('/socket.io/') || url === message.page()?.url())
  return !isNetwork && !isAnswer
}

export type Habits = {
  /** Lets the service worker in, which most stories are quicker without. */
  readonly keepsOffline?: boolean
}

export async function enterStage(
  browser: Browser,
  name: string,
  device: DeviceName,
  baseURL: string | undefined,
  { keepsOffline = false }: Habits = {},
): Promise<Actor> {
  const context = await browser.newContext({
    ...devices[device],
    baseURL,
    reducedMotion: 'reduce',
    serviceWorkers: keepsOffline ? 'allow' : 'block',
  })
  const complaints: string[] = []
  context.on('console', (message) => {
    if (isComplaint(message)) complaints.push(message.text())
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  const page = await context.newPage()
  const hasTouch = 'hasTouch' in devices[device]
  const devTools = await context.newCDPSession(page)
  const pen = hasTouch ? touchPen(devTools) : mousePen(devTools)
  return {
    ...{ name, device, context, page },
    home: homePage(page),
    room: roomPage(page, pen),
    practice: practicePage(page, pen),
    admin: adminPage(page),
    profile: profilePage(page),
    async leave() {
      await context.close()
      expect(complaints, `what ${name}'s browser complained of`).toEqual([])
    },
  }
}
