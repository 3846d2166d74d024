import { expect, type Page } from '@playwright/test'

/** A player over time: figures, drawings, devices. */
export function profilePage(page: Page) {
  return {
    /** A figure of the glance at the top, by what it counts. */
    figure: (name: string) =>
      page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd'),
    history: page.getByRole('region', { name: 'Games' }).getByRole('listitem'),
    readings: page.getByRole('region', { name: 'What the network reads' }).getByRole('table'),
    rating: page.getByRole('region', { name: 'Rating' }),
    consent: page.getByRole('switch', { name: 'My drawings may train the network' }),
    drawings: page.getByRole('img', { name: /^A \d you drew$/ }),
    async open() {
      await page.goto('/profile')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
    async openDrawings() {
      await page.goto('/profile/drawings')
      await expect(page.getByRole('heading', { level: 1, name: 'Your drawings' })).toBeVisible()
    },
    /** Asks for a recovery code. @returns the code as it is shown */
    async takeCode(): Promise<string> {
      await page.goto('/profile/device')
      await page.getByRole('button', { name: /^Show a (new )?code$/ }).click()
      const code = page.getByTestId('recovery-code')
      await expect(code).toBeVisible()
      return (await code.textContent()) ?? ''
    },
    async bringCode(code: string) {
      await page.goto('/profile/device')
      await page.getByLabel('Recovery code').fill(code)
      await page.getByRole('button', { name: 'Become that player' }).click()
    },
  }
}
