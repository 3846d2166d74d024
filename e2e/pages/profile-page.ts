import { expect, type Page } from '@playwright/test'

/** A player over time: figures, drawings, devices. */
export function profilePage(page: Page) {
  const history = page.getByRole('region', { name: 'Games' }).getByRole('listitem')
  const consent = page.getByRole('switch', { name: 'Tricky drawings of mine may train the AI' })
  /** Says yes or no to training, until the server has heard it. */
  async function decide(hasConsented: boolean): Promise<void> {
    await page.goto('/profile')
    const isHeard = page.waitForResponse(
      (response) => response.url().endsWith('/api/player/consent') && response.request().method() === 'POST',
    )
    await expect(() => consent.setChecked(hasConsented, { timeout: 2_000 })).toPass()
    await isHeard
  }
  return {
    history,
    /** A figure of the glance at the top, by what it counts. */
    figure: (name: string) =>
      page.locator('dt', { hasText: new RegExp(`^${name}$`) }).locator('xpath=following-sibling::dd'),
    readings: page.getByRole('region', { name: 'What the AI sees' }).getByRole('table'),
    rating: page.getByRole('region', { name: 'Rating' }),
    consent,
    drawings: page.getByRole('img', { name: /^A \d you drew$/ }),
    /** Opens it once so many games are in it: the database hears of them a little after the players. */
    async open(games: number) {
      await expect(async () => {
        await page.goto('/profile')
        await expect(history).toHaveCount(games, { timeout: 2_000 })
      }).toPass()
    },
    /** Shows it to others, until the server has heard it. */
    async list() {
      const isHeard = page.waitForResponse((response) => response.url().endsWith('/api/player/listing'))
      const listing = page.getByRole('switch', { name: 'Show my profile to others' })
      await expect(() => listing.setChecked(true, { timeout: 2_000 })).toPass()
      await isHeard
    },
    /** What becomes of the drawings that are kept, asked after a no. */
    leftover: page.getByRole('dialog', { name: 'Delete what was kept?' }),
    giveConsent: () => decide(true),
    withdrawConsent: () => decide(false),
    async openDrawings() {
      await page.goto('/profile/drawings')
      await expect(page.getByRole('heading', { level: 1, name: 'Your drawings' })).toBeVisible()
    },
    /** Asks for a recovery code. @returns the code as it is shown */
    async takeCode(): Promise<string> {
      await page.goto('/profile/device')
      const code = page.getByTestId('recovery-code')
      await expect(async () => {
        if (await code.isHidden()) await page.getByRole('button', { name: /^Show a (new )?code$/ }).click()
        await expect(code).toBeVisible({ timeout: 5_000 })
      }).toPass()
      return (await code.textContent()) ?? ''
    },
    /** Takes the only drawing there is back. */
    async takeBack() {
      const nothing = page.getByRole('heading', { name: 'Nothing of yours is kept' })
      await expect(async () => {
        if (await nothing.isHidden())
          await page.getByRole('button', { name: /^Take back the/ }).click({ timeout: 2_000 })
        await expect(nothing).toBeVisible({ timeout: 5_000 })
      }).toPass()
    },
    async bringCode(code: string) {
      await page.goto('/profile/device')
      await page.getByLabel('Recovery code').fill(code)
      await page.getByRole('button', { name: 'Play as that player' }).click()
    },
  }
}
