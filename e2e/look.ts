import { mkdir, writeFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { Actor } from './actor'

/** Whether people want to see for themselves: pictures cost as much as all that is asked of a screen. */
const isPictured = process.env.E2E_PICTURES === 'on'
const pictureFolder = 'test-results/screens'

/**
 * Looks at what an actor sees: fails when it can be pushed sideways, and with `E2E_PICTURES=on` keeps a picture of it in
 * `test-results/screens`. The width to compare with is not `innerWidth`, which on phones grows with what overflows.
 */
export async function look({ page, device }: Actor, screen: string): Promise<void> {
  await lookAt(page, `${screen}.${device}`)
}

async function lookAt(page: Page, name: string): Promise<void> {
  if (isPictured) await page.screenshot({ path: `${pictureFolder}/${name}.png`, animations: 'disabled' })
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(overflow, `${name} is wider than the screen`).toBeLessThanOrEqual(0)
}

/** Keeps a picture that the server drew. */
export async function keepPicture(name: string, bytes: Buffer | undefined): Promise<void> {
  if (!isPictured || !bytes) return
  await mkdir(pictureFolder, { recursive: true })
  await writeFile(`${pictureFolder}/${name}.png`, bytes)
}

/**
 * Looks in the light and in the dark: the system's scheme changes under the page, which costs no second browser. The phone stays in
 * the dark and everything else in the light, and is examined so: between them those have all colours and all layouts.
 */
export async function lookInBoth({ page, device }: Actor, screen: string): Promise<void> {
  const schemes = ['dark', 'light'] as const
  for (const colorScheme of device === 'small-phone' ? schemes.toReversed() : schemes) {
    await page.emulateMedia({ colorScheme })
    await lookAt(page, `${screen}.${device}.${colorScheme}`)
  }
}

export async function inspectInBoth(actor: Actor, screen: string): Promise<void> {
  await lookInBoth(actor, screen)
  await examine(actor, screen)
}

/** Looks at what an actor sees and examines it. */
export async function inspect(actor: Actor, screen: string): Promise<void> {
  await look(actor, screen)
  await examine(actor, screen)
}

/** Fails when somebody could not see, reach or hear what is on the screen. */
export async function examine({ page, device }: Actor, screen: string): Promise<void> {
  expect(await violationsOn(page), `what axe found on ${screen} on ${device}`).toEqual([])
}

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** What another theme can break. */
const colourRules = ['color-contrast']

/**
 * No page has a frame, so axe looks at the one document ("legacy"): its other way opens a blank page each time, with the whole of axe.
 * @returns what axe finds against WCAG 2.2 AA, a line for each rule
 */
export async function violationsOn(page: Page, what: 'all' | 'colours' = 'all'): Promise<string[]> {
  // The builder brings all of axe twice each time, half a megabyte each: a page that has it gets an empty script.
  const hasAxe = await page.evaluate(() => 'axe' in window)
  // What is right is not asked for: to name each element of it takes long.
  const axe = new AxeBuilder({ page, ...(hasAxe && { axeSource: ';' }) })
    .setLegacyMode()
    .options({ resultTypes: ['violations'] })
  const { violations } = await (what === 'colours'
    ? axe.withRules(colourRules)
    : axe.withTags(levels)
  ).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
