import { writeFile } from 'node:fs/promises'
import { type Browser, expect, type Page } from '@playwright/test'
import { type Shot, writeContactSheet } from './contact-sheet'
import { measure, type Wanted } from './measure'
import { openStage, stageKeyOf } from './stage'
import { type State, screens, titleOf } from './states'

const perSheet = 15

/**
 * Shows states, one after the other, and measures each; fails with all that was found.
 * @param name of the contact sheets, some states on each
 */
export async function hang(browser: Browser, baseURL: string, name: string, states: readonly State[]) {
  const shots = new Map<State, Shot>()
  for (const key of new Set(states.map(stageKeyOf))) {
    const here = states.filter((state) => stageKeyOf(state) === key)
    const [first] = here
    if (!first) continue
    const stage = await openStage(browser, baseURL, first)
    for (const state of here) {
      await stage.show(state)
      const { phase, viewer, screen } = state
      const isPlaying = viewer === 'host' || viewer === 'guest'
      const found = await measureSettled(stage.page, { phase, isPlaying, isTv: viewer === 'tv' })
      const scale = screens[screen].width > 2_000 ? 'css' : 'device'
      const picture = await stage.page.screenshot({ type: 'jpeg', quality: 70, scale })
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
