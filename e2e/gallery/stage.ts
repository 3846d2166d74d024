import type { Browser, Page } from '@playwright/test'
import type { RoomView } from '#game/protocol/server-messages'
import { localeCookie } from '../../app/_web/kit/i18n/locales'
import { type State, screens } from './states'
import { viewerIds, viewOf } from './views'

/** A room's page in the real client, at the other end of whose line there is no game: only the views it is to show. */
export type Stage = {
  readonly page: Page
  show(state: State): Promise<void>
  close(): Promise<void>
}

/** What of a state needs a page of its own; all else changes while it is open. */
export function stageKeyOf({ screen, locale, viewer }: State): string {
  return `${screens[screen].kind} ${locale} ${viewer}`
}

const open = { sid: 'gallery', upgrades: [], pingInterval: 600_000, pingTimeout: 600_000, maxPayload: 1e6 }

export async function openStage(browser: Browser, baseURL: string, first: State): Promise<Stage> {
  const { kind, width, height } = screens[first.screen]
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...(kind === 'phone' && { isMobile: true, hasTouch: true }),
  })
  await context.addCookies([{ name: localeCookie, value: first.locale, url: baseURL }])
  const page = await context.newPage()
  let shown = viewOf(first)
  const answers = {
    '**/api/player': { name: 'A', suggestion: 'B', colour: 0 },
    '**/api/player/consent*': { isCollecting: false, hasConsented: null, example: null, kept: 0 },
  }
  for (const [address, json] of Object.entries(answers))
    await page.route(address, (route) => route.fulfill({ json }))

  await page.route('**/api/games/*/ratings', (route) =>
    route.fulfill({ json: { ratings: ratingsIn(shown), review: null, own: ownIn(shown) } }),
  )

  let send: (message: string) => void = () => {}
  // Frames of engine.io and socket.io: 0 opens, 40 connects, 42N["name", ...] asks, 43N[...] answers, 42[...] tells.
  await page.routeWebSocket(/\/socket\.io\//, (line) => {
    send = (message) => line.send(message)
    line.onMessage((message) => {
      const [, number] = /^42(\d+)\[/.exec(String(message)) ?? []
      if (String(message).startsWith('40')) send('40{"sid":"gallery"}')
      if (number === undefined) return
      send(`43${number}[${JSON.stringify({ ok: true, you: viewerIds[first.viewer] })}]`)
      if (/"room:(join|watch)"/.test(String(message))) send(`42${JSON.stringify(['room:view', shown])}`)
    })
    send(`0${JSON.stringify(open)}`)
  })
  await page.goto(`/${first.viewer === 'tv' ? 'tv' : 'room'}/${shown.code}`)
  await page.locator('#main h1').waitFor()

  return {
    page,
    async show(state) {
      const { width, height } = screens[state.screen]
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ colorScheme: state.theme, reducedMotion: 'reduce' })
      // The harder of the ways in which letters grow: what asks for the width of the screen stays as it is.
      await page.evaluate((percent) => {
        document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`
      }, state.text)
      shown = viewOf(state)
      // Another phase first, so that a screen begins anew.
      send(`42${JSON.stringify(['room:view', { ...shown, phase: { name: 'lobby' } }])}`)
      send(`42${JSON.stringify(['room:view', shown])}`)
      await page.waitForFunction((phase) => document.querySelector(`[data-phase="${phase}"]`), state.phase)
      await page.evaluate(settle)
    },
    close: () => context.close(),
  }
}

/** Each result changed a rating. */
function ratingsIn({ phase }: RoomView) {
  const standings = phase.name === 'finished' ? phase.standings : []
  return Object.fromEntries(
    standings.map(({ playerId, rank }) => [
      playerId,
      { after: 1_500 - rank * 7, change: 20 - rank, isProvisional: rank % 2 === 0 },
    ]),
  )
}

/** A new best, and its best drawing. */
function ownIn({ phase }: RoomView) {
  const inkText = 'drawings' in phase ? (phase.drawings[0]?.inkText ?? '') : ''
  return { pointsPerRound: 812, best: { before: 790 }, drawing: { inkText, prompt: 5 } }
}

/** Until what comes in has come, letters and pictures too. */
async function settle(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await document.fonts.ready
  await frame()
  await frame()
  for (const each of document.getAnimations()) {
    if (Number.isFinite(Number(each.effect?.getComputedTiming().endTime)) && !each.id) {
      try {
        // A time bar tells something by how far it has come.
        if (Number(each.effect?.getComputedTiming().duration) < 2_000) each.finish()
      } catch {}
    }
  }
  await frame()
  await frame()
}
