import { expect, type Locator, type Page } from '@playwright/test'

/** Tabs through a screen with everything on it are fewer. */
const mostTabs = 80

/** Presses Tab until what is meant has the focus; at each stop on the way it is to be seen where that is. */
export async function tabTo(
  page: Page,
  target: Locator,
  direction: 'forwards' | 'backwards' = 'forwards',
): Promise<void> {
  for (let tabs = 0; tabs < mostTabs; tabs++) {
    await page.keyboard.press(direction === 'forwards' ? 'Tab' : 'Shift+Tab')
    if (await page.evaluate(() => document.activeElement === document.body)) continue
    expect(await page.evaluate(describeFocus)).toMatch(/, to be seen$/)
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`${target} is not reached by Tab`)
}

/** Somewhere on the screen has the focus, and shows it. */
export async function expectFocus(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(describeFocus)).toMatch(/, to be seen$/)
}

/** Runs in the page. @returns what has the focus, and whether that is to be seen */
function describeFocus(): string {
  const focused = document.activeElement
  if (!focused || focused === document.body) return 'nothing'
  const name = `<${focused.tagName.toLowerCase()}> ${focused.getAttribute('aria-label') ?? focused.textContent}`
  for (
    let element: Element | null = focused;
    element && element !== document.body;
    element = element.parentElement
  ) {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    if (outlineStyle === 'none' || Number.parseFloat(outlineWidth) < 2) continue
    const { left, top, right, bottom, width, height } = element.getBoundingClientRect()
    const { clientWidth, clientHeight } = document.documentElement
    const isInView = right > 0 && bottom > 0 && left < clientWidth && top < clientHeight
    return `${name}, ${isInView && width > 4 && height > 4 ? 'to be seen' : 'out of view'}`
  }
  return `${name}, without a ring`
}
