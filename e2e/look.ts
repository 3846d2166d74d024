import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import type { Actor } from './actor'
import type { DeviceName } from './devices'

/**
 * Looks at what an actor sees: keeps a picture of it, and fails when it can be pushed sideways. The width to compare with is not
 * `innerWidth`, which on phones grows with what overflows.
 */
export async function look({ page, device }: Actor, screen: string): Promise<void> {
  await page.screenshot({ path: `test-results/screens/${screen}.${device}.png`, animations: 'disabled' })
  const overflow = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })
  expect(overflow, `${screen} on ${device} is wider than the screen`).toBeLessThanOrEqual(0)
}

/** Looks at what an actor sees and examines it. */
export async function inspect(actor: Actor, screen: string): Promise<void> {
  await look(actor, screen)
  await examine(actor, screen)
}

/** The devices on which everything is looked at: wide and narrow, each in the light and in the dark. */
export const lookedAt = ['desktop', 'desktop-dark', 'small-phone', 'small-phone-dark'] as const

/** The other two of those have the same colours and the same layouts between them. */
const examinedElsewhere: readonly DeviceName[] = ['desktop-dark', 'small-phone']

/** Fails when somebody could not see, reach or hear what is on the screen. */
export async function examine({ page, device }: Actor, screen: string): Promise<void> {
  if (examinedElsewhere.includes(device)) return
  expect(await violationsOn(page), `what axe found on ${screen} on ${device}`).toEqual([])
}

/** @returns what axe finds against WCAG 2.2 AA, a line for each rule */
export async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}
