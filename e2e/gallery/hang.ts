import { writeFile } from 'node:fs/promises'
import { type Browser, expect, type Page } from '@playwright/test'
import { violationsOn } from '../look'
import { type Screenshot, writeContactSheet } from './contact-sheet'
import { measure, type Wanted } from './measure'
import { openPages, type PageState, pageTitleOf } from './pages'
import { openStage, type Stage, setCovered } from './stage'
import { kinds, loadKeyOf, type ScreenName, type State, screens, titleOf } from './states'

/** What states of one kind are shown with. */
type Exhibition<Shown> = {
  readonly open: (browser: Browser, baseURL: string, first: Shown) => Promise<Stage<Shown>>
  /** States of one key need no other page to be loaded. */
  readonly loadKeyOf: (state: Shown) => string
  readonly titleOf: (state: Shown) => string
  /** States of one kind are the same to axe. */
  readonly kindOf: (state: Shown) => string
  readonly wantedOf: (state: Shown) => Wanted
}

const rooms: Exhibition<State> = {
  open: openStage,
  loadKeyOf,
  titleOf,
  kindOf: ({ phase, screen, isAsked }) => `${phase} ${screens[screen].kind} ${isAsked}`,
  wantedOf: ({ phase, viewer, isAsked }) => ({
    ...{ phase, isAsked },
    isPlaying: viewer === 'host' || viewer === 'guest',
    isTv: viewer === 'tv',
  }),
}

const pages: Exhibition<PageState> = {
  open: openPages,
  loadKeyOf: ({ locale }) => locale,
  titleOf: pageTitleOf,
  kindOf: ({ page }) => page,
  wantedOf: () => ({ phase: 'page', isPlaying: false, isTv: false, isAsked: false }),
}

const perSheet = 15
/** What is found after so many frames, and after so long on a busy machine, is wrong. */
const leastSettlingFrames = 30
const leastSettlingMs = 2_000
/** A long page is shown as far as this many screens. */
const shownScreens = 3

/** Which screens are on the contact sheets. */
type Kept = 'all' | 'wrong'

/**
 * Shows states, one after the other, and measures each; fails with all that was found.
 * @param name of the contact sheets, some states on each
 */
export function hang(browser: Browser, baseURL: string, name: string, states: readonly State[], kept: Kept) {
  return exhibit(rooms, browser, baseURL, name, states, kept)
}

/** The same of pages outside of rooms. */
export function hangPages(
  browser: Browser,
  baseURL: string,
  name: string,
  states: readonly PageState[],
  kept: Kept,
) {
  return exhibit(pages, browser, baseURL, name, states, kept)
}

async function exhibit<Shown extends { readonly screen: ScreenName; readonly theme: string }>(
  { open, loadKeyOf, titleOf, kindOf, wantedOf }: Exhibition<Shown>,
  browser: Browser,
  baseURL: string,
  name: string,
  states: readonly Shown[],
  kept: Kept,
) {
  const screenshots = new Map<Shown, Screenshot>()
  const examined = new Set<string>()
  // A phone is another browser; all else changes while the page is open.
  for (const kind of kinds) {
    const here = states.filter(({ screen }) => screens[screen].kind === kind)
    const [first] = here
    if (!first) continue
    const stage = await open(browser, baseURL, first)
    // What is loaded and what is drawn anew costs most: like comes after like.
    const orderOf = (state: Shown) => `${loadKeyOf(state)} ${state.screen} ${state.theme}`
    for (const state of here.toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)))) {
      await stage.show(state)
      const wanted = wantedOf(state)
      const found = await measureSettled(stage.page, wanted)
      // What axe finds is the same with any number of players: once for each layout, and its colours once in each theme.
      const [layout, look] = [kindOf(state), `${kindOf(state)} ${state.theme}`]
      const isNew = !examined.has(look)
      if (isNew || kept === 'all' || found.length > 0) await setCovered(stage.page, false)
      if (isNew) found.push(...(await violationsOn(stage.page, examined.has(layout) ? 'colours' : 'all')))
      examined.add(layout).add(look)
      if (kept === 'all' || found.length > 0) {
        const picture = await photograph(stage.page, state.screen, wanted.phase === 'page')
        screenshots.set(state, { title: titleOf(state), picture, found })
      }
      await setCovered(stage.page, true)
    }
    await stage.close()
  }
  // On the sheets, like stands beside like.
  const sorted = states.flatMap((state) => screenshots.get(state) ?? [])
  await writeSheets(browser, name, sorted)
  const wrong = sorted.filter(({ found }) => found.length > 0)
  expect(Object.fromEntries(wrong.map(({ title, found }) => [title, found]))).toEqual({})
}

function photograph(page: Page, screen: ScreenName, isLong: boolean): Promise<Buffer> {
  const { width, height } = screens[screen]
  return page.screenshot({
    type: 'jpeg',
    quality: 70,
    scale: width > 2_000 ? 'css' : 'device',
    ...(isLong && { fullPage: true, clip: { x: 0, y: 0, width, height: height * shownScreens } }),
  })
}

async function writeSheets(
  browser: Browser,
  name: string,
  screenshots: readonly Screenshot[],
): Promise<void> {
  if (screenshots.length === 0) return
  const page = await browser.newPage({ viewport: { width: 2_024, height: 1_000 } })
  for (let from = 0; from < screenshots.length; from += perSheet) {
    const file = `test-results/gallery/${name}-${1 + from / perSheet}.png`
    await writeContactSheet(page, file, screenshots.slice(from, from + perSheet))
  }
  await page.close()
  const report = screenshots.flatMap(({ title, found }) =>
    found.length > 0 ? [title, ...found.map((line) => `  ${line}`)] : [],
  )
  await writeFile(`test-results/gallery/${name}.txt`, report.join('\n'))
}

/** Boxes tell their sizes only after a frame, and what follows from that takes others: only what stays is wrong. */
async function measureSettled(page: Page, wanted: Wanted): Promise<string[]> {
  const giveUpAt = performance.now() + leastSettlingMs
  for (let frames = 0; ; frames++) {
    const found = await page.evaluate(measure, wanted)
    if (found.length === 0 || (frames >= leastSettlingFrames && performance.now() > giveUpAt)) return found
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
}
