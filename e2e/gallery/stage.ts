import type { Browser, Page } from '@playwright/test'
import type { RoomView } from '#game/protocol/server-messages'
import { type Locale, localeCookie } from '../../app/_web/kit/i18n/locales'
import { loadKeyOf, type State, screens } from './states'
import { exampleInk, viewerIds, viewOf } from './views'

/** A page that shows one state after the other. */
export type Stage<Shown> = {
  readonly page: Page
  show(state: Shown): Promise<void>
  close(): Promise<void>
}

const open = { sid: 'gallery', upgrades: [], pingInterval: 600_000, pingTimeout: 600_000, maxPayload: 1e6 }

type Look = Pick<State, 'screen' | 'locale' | 'theme' | 'text'>

/** A page of somebody who has just come, on one kind of screen. */
export async function openPage(browser: Browser, baseURL: string, { screen }: Look): Promise<Page> {
  const { kind, width, height } = screens[screen]
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...(kind === 'phone' && { isMobile: true, hasTouch: true }),
  })
  const page = await context.newPage()
  await page.addInitScript(() => {
    const cover = new CSSStyleSheet()
    cover.replaceSync(':root { clip-path: inset(100%) }')
    document.adoptedStyleSheets.push(cover)
    const glides = new Set<string>()
    addEventListener('transitionrun', ({ target, propertyName }) => {
      glides.add(`${propertyName} of <${(target as Element).tagName.toLowerCase()}>`)
    })
    Object.assign(window, { glides })
  })
  return page
}

/**
 * Pages of the gallery are clipped away while they are measured: all has its place, its size and its style, and nothing of it is painted,
 * which took a third of the processor. What looks at colours, pictures or what lies on top uncovers them first.
 */
export async function setCovered(page: Page, isCovered: boolean): Promise<void> {
  await page.evaluate((isOn) => {
    for (const cover of document.adoptedStyleSheets) cover.disabled = !isOn
  }, isCovered)
}

/** The pages that are opened next are in this language. */
export async function speak(page: Page, locale: Locale, baseURL: string): Promise<void> {
  await page.context().addCookies([{ name: localeCookie, value: locale, url: baseURL }])
}

/** Sets up how somebody has set up their screen. Each change is drawn anew, so only what is another is changed. */
export async function setLook(page: Page, { screen, theme, text }: Look, before?: Look): Promise<void> {
  const { width, height } = screens[screen]
  if (screen !== before?.screen) await page.setViewportSize({ width, height })
  if (theme !== before?.theme) await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' })
  // The harder of the ways in which letters grow: what asks for the width of the screen stays as it is.
  await page.evaluate((percent) => {
    document.documentElement.style.fontSize = percent === 100 ? '' : `${percent}%`
  }, text)
}

/**
 * A room's page in the real client, at the other end of whose line there is no game: only the views it is to show. It is loaded again
 * for what a page is opened with: language, viewer, and whether drawings are collected.
 */
export async function openStage(browser: Browser, baseURL: string, first: State): Promise<Stage<State>> {
  const page = await openPage(browser, baseURL, first)
  let state = first
  let shown = viewOf(first)
  let looked: State | undefined
  let loaded = ''
  await answerFetch(page, (path) => {
    if (path === '/api/player') return { name: 'A', suggestion: 'B', colour: 0 }
    if (path === '/api/player/consent')
      return {
        ...{ isCollecting: state.isAsked, hasConsented: null, kept: 0 },
        example: state.isAsked ? exampleInk : null,
      }
    if (path === '/api/player/ghosts') return { lendsGhosts: true }
    if (path.endsWith('/ratings')) return { ratings: ratingsIn(shown), review: null, own: ownIn(shown) }
    return null
  })

  let send: (message: string) => void = () => {}
  const tell = (event: string, message: object) => send(`42${JSON.stringify([event, message])}`)
  /** Another phase comes first, so that a screen begins anew; with few people in it, as nobody looks at it. */
  const tellLobby = () => {
    const seats = shown.seats.filter(({ id, isHost }) => isHost || id === viewerIds[state.viewer])
    tell('room:view', { ...shown, seats, phase: { name: 'lobby' } })
  }
  // Frames of engine.io and socket.io: 0 opens, 40 connects, 42N["name", ...] asks, 43N[...] answers, 42[...] tells.
  await page.routeWebSocket(/\/socket\.io\//, (line) => {
    send = (message) => line.send(message)
    line.onMessage((message) => {
      const [, number] = /^42(\d+)\[/.exec(String(message)) ?? []
      if (String(message).startsWith('40')) send('40{"sid":"gallery"}')
      if (number === undefined) return
      send(`43${number}[${JSON.stringify({ ok: true, you: viewerIds[state.viewer] })}]`)
      if (/"room:(join|watch)"/.test(String(message))) tellLobby()
    })
    send(`0${JSON.stringify(open)}`)
  })

  async function load(): Promise<void> {
    await speak(page, state.locale, baseURL)
    await page.goto(`/${state.viewer === 'tv' ? 'tv' : 'room'}/${shown.code}`)
    await page.locator('#main h1').waitFor()
    loaded = loadKeyOf(state)
  }

  return {
    page,
    async show(next) {
      state = next
      const view = viewOf(next)
      shown = view
      if (loaded === loadKeyOf(state)) tellLobby()
      else await load()
      // Seen, or a page that shows what it was told last in each frame would go from one end of a game to another.
      await seePhase(page, 'lobby')
      await setLook(page, state, looked)
      looked = state
      tell('room:view', shown)
      await seePhase(page, state.phase)
      if (state.isAsked) await page.locator('#consent').waitFor()
      // Tools give way to emotes once the own drawing is over.
      if (hasOwnLock(view.phase, viewerIds[state.viewer]))
        await page.locator('[data-drawable=false]').waitFor()
      await page.evaluate(settle)
    },
    close: () => page.context().close(),
  }
}

/**
 * Answers in the place of the server what the page fetches. Not by routes: with one of them Playwright stops every request of the page
 * and keeps no file that was loaded before, which made half of what a page costs to load.
 * @param answer is asked for a path; the server answers where it is null
 */
async function answerFetch(page: Page, answer: (path: string) => object | null): Promise<void> {
  await page.exposeFunction('galleryAnswer', answer)
  await page.addInitScript(() => {
    const { galleryAnswer, fetch } = window as Window &
      typeof globalThis & { galleryAnswer: (path: string) => Promise<object | null> }
    window.fetch = async (input, init) => {
      const address = new URL(input instanceof Request ? input.url : input, location.href)
      const found = await galleryAnswer(address.pathname)
      return found ? Response.json(found) : fetch(input, init)
    }
  })
}

async function seePhase(page: Page, name: string): Promise<void> {
  await page.waitForFunction((phase) => document.querySelector(`[data-phase="${phase}"]`), name)
}

function hasOwnLock(phase: RoomView['phase'], viewer: string): boolean {
  if (phase.name !== 'drawing') return false
  return phase.canvases.some(({ players, lock }) => lock !== null && players.includes(viewer))
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

/** Until what comes in has come, letters and pictures too: nothing of it moves, and nothing waits to be seen. */
export async function settle(): Promise<void> {
  const [stillFrames, mostFrames] = [4, 150]
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  const finish = (animation: Animation) => {
    const { endTime, duration } = animation.effect?.getComputedTiming() ?? {}
    // A time bar tells something by how far it has come.
    if (animation.id || !Number.isFinite(Number(endTime)) || Number(duration) >= 2_000) return
    try {
      animation.finish()
    } catch {}
  }
  const look = () =>
    [...document.querySelectorAll('#main :not([aria-hidden=true], [aria-hidden=true] *)')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return `${left} ${top} ${width} ${height}`
    })
  await document.fonts.ready
  let before = ''
  for (let still = 0, frames = 0; still < stillFrames && frames < mostFrames; frames++) {
    document.getAnimations().forEach(finish)
    await frame()
    const now = look().join()
    const isComing = document.querySelector('#main [style*="opacity: 0"]') !== null
    still = now === before && !isComing ? still + 1 : 0
    before = now
  }
}
