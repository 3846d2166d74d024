import { writeFile } from 'node:fs/promises'
import { type Browser, expect, type Page } from '@playwright/test'
import { violationsOn } from '../look'
import { type Shot, writeContactSheet } from './contact-sheet'
import { measure, type Wanted } from './measure'
import { openPages, type PageState, pageKeyOf, pageTitleOf } from './pages'
import { openStage, type Stage } from './stage'
import { type ScreenName, type State, screens, stageKeyOf, titleOf } from './states'

/** What states of one kind are shown with. */
type Exhibition<Shown> = {
  readonly open: (browser: Browser, baseURL: string, first: Shown) => Promise<Stage<Shown>>
  readonly keyOf: (state: Shown) => string
  readonly titleOf: (state: Shown) => string
  /** States of one kind are the same to axe. */
  readonly kindOf: (state: Shown) => string
  readonly wantedOf: (state: Shown) => Wanted
}

const rooms: Exhibition<State> = {
  open: openStage,
  keyOf: stageKeyOf,
  titleOf,
  kindOf: ({ screen, isAsked }) => `${screens[screen].kind} ${isAsked}`,
  wantedOf: ({ phase, viewer, isAsked }) => ({
    ...{ phase, isAsked },
    isPlaying: viewer === 'host' || viewer === 'guest',
    isTv: viewer === 'tv',
  }),
}

const pages: Exhibition<PageState> = {
  open: openPages,
  keyOf: pageKeyOf,
  titleOf: pageTitleOf,
  kindOf: ({ page }) => page,
  wantedOf: () => ({ phase: 'page', isPlaying: false, isTv: false, isAsked: false }),
}

const perSheet = 15
/** A long page is shown as far as this many screens. */
const shownScreens = 3

/**
 * Shows states, one after the other, and measures each; fails with all that was found.
 * @param name of the contact sheets, some states on each
 */
export function hang(browser: Browser, baseURL: string, name: string, states: readonly State[]) {
  return exhibit(rooms, browser, baseURL, name, states)
}

/** The same of pages outside of rooms. */
export function hangPages(browser: Browser, baseURL: string, name: string, states: readonly PageState[]) {
  return exhibit(pages, browser, baseURL, name, states)
}

async function exhibit<Shown extends { readonly screen: ScreenName; readonly theme: string }>(
  { open, keyOf, titleOf, kindOf, wantedOf }: Exhibition<Shown>,
  browser: Browser,
  baseURL: string,
  name: string,
  states: readonly Shown[],
) {
  const shots = new Map<Shown, Shot>()
  const examined = new Set<string>()
  for (const key of new Set(states.map(keyOf))) {
    const here = states.filter((state) => keyOf(state) === key)
    const [first] = here
    if (!first) continue
    const stage = await open(browser, baseURL, first)
    for (const state of here) {
      await stage.show(state)
      const wanted = wantedOf(state)
      const found = await measureSettled(stage.page, wanted)
      // What axe finds is the same with any number of players: once for each layout in each theme.
      const look = `${kindOf(state)} ${state.theme}`
      if (!examined.has(look)) found.push(...(await violationsOn(stage.page)))
      examined.add(look)
      const { width, height } = screens[state.screen]
      const picture = await stage.page.screenshot({
        type: 'jpeg',
        quality: 70,
        scale: width > 2_000 ? 'css' : 'device',
        ...(wanted.phase === 'page' && {
          fullPage: true,
          clip: { x: 0, y: 0, width, height: height * shownScreens },
        }),
      })
      shots.set(state, { title: titleOf(state), picture, found })
    }
    await stage.close()
  }
  // On the sheets, like stands beside like.
  const sorted = states.flatMap((state) => shots.get(state) ?? [])
  const page = await browser.newPage({ viewport: { width: 2_024, height: 1_000 } })
  for (let from = 0; from < sorted.length; from += perSheet) {
    const file = `test-results/gallery/${name}-${1 + from / perSheet}.png`
    await writeContactSheet(page, file, sorted.slice(from, from + perSheet))
  }
  await page.close()
  const report = sorted.flatMap(({ title, found }) =>
    found.length > 0 ? [title, ...found.map((line) => `  ${line}`)] : [],
  )
  await writeFile(`test-results/gallery/${name}.txt`, report.join('\n'))
  const wrong = sorted.filter(({ found }) => found.length > 0)
  expect(Object.fromEntries(wrong.map(({ title, found }) => [title, found]))).toEqual({})
}

/** Boxes tell their sizes only after a frame, and what follows from that takes others: only what stays is wrong. */
async function measureSettled(page: Page, wanted: Wanted): Promise<string[]> {
  let found: string[] = []
  for (let frames = 0; frames < 30; frames++) {
    found = await page.evaluate(measure, wanted)
    if (found.length === 0) return found
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  return found
}
