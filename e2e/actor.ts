import { type Browser, type BrowserContext, type ConsoleMessage, expect, type Page } from '@playwright/test'
import { securely } from './address'
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

/**
 * What Chromium itself writes to the console is none: that the network failed, or that the server said no to something asked.
 * @param pages addresses of all pages that were asked for, also of those that are not shown yet
 */
function isComplaint(message: ConsoleMessage, pages: ReadonlySet<string>): boolean {
  if (message.type() !== 'error') return false
  const isNetwork = /WebSocket connection to .* failed|net::ERR_/.test(message.text())
  const { url } = message.location()
  const isAnswer =
    message.text().startsWith('Failed to load') &&
    (/\/api\/|\/socket\.io\/|\/metrics$|[?&]_rsc=/.test(url) ||
      url === message.page()?.url() ||
      pages.has(url))
  return !isNetwork && !isAnswer
}

/** Runs in every page, so that no story leaves the road it says it takes, and none offends the page's own policy unseen. */
function complainOfTheRoad(expected: boolean): void {
  if (location.protocol === 'http:' && isSecureContext !== expected)
    console.error(`${location.origin} is ${isSecureContext ? 'a' : 'no'} secure context`)
  // Chromium keeps some of these to itself.
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) =>
    console.error(`${violatedDirective} forbids what ${sourceFile} does`),
  )
}

export type Habits = {
  /** Comes by an address that makes a secure context, as https does: with service worker and clipboard. */
  readonly isSecure?: boolean
}

export async function enterStage(
  browser: Browser,
  name: string,
  device: DeviceName,
  baseURL: string,
  { isSecure = false }: Habits = {},
): Promise<Actor> {
  const context = await browser.newContext({
    ...devices[device],
    baseURL: isSecure ? securely(baseURL) : baseURL,
    reducedMotion: 'reduce',
    // A proxy of the stories has made its certificate itself.
    ignoreHTTPSErrors: true,
    serviceWorkers: isSecure ? 'allow' : 'block',
  })
  const pages = new Set<string>()
  context.on('request', (request) => {
    if (request.isNavigationRequest()) pages.add(request.url())
  })
  const complaints: string[] = []
  context.on('console', (message) => {
    if (isComplaint(message, pages)) complaints.push(`${message.text()} (${message.location().url})`)
  })
  context.on('weberror', (error) => complaints.push(String(error.error())))
  await context.addInitScript(complainOfTheRoad, isSecure)
  const page = await context.newPage()
  const hasTouch = 'hasTouch' in devices[device]
  const devTools = await context.newCDPSession(page)
  const pen = hasTouch ? touchPen(devTools) : mousePen(devTools)
  return {
    ...{ name, device, context, page },
    home: homePage(page, pen),
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

/** Brings people together in a new room that gives the slowest machine time to draw. @returns its code */
export async function gather(host: Actor, ...guests: readonly Actor[]): Promise<string> {
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await Promise.all(guests.map((guest) => guest.home.followLink(guest.name, code)))
  for (const guest of guests) await expect(host.room.seat(guest.name)).toBeVisible()
  await host.room.chooseSeconds(20)
  return code
}
