import { expect, type Page } from '@playwright/test'

export const adminPassword = 'only for the end-to-end tests'

/** Everything behind the password. */
export function adminPage(page: Page) {
  return {
    samples: page
      .getByRole('listitem')
      .filter({ has: page.getByRole('img', { name: /^Drawing, asked for/ }) }),
    async signIn(password = adminPassword) {
      await page.goto('/admin')
      await page.getByLabel('Password').fill(password)
      await page.getByRole('button', { name: 'Sign in' }).click()
    },
    async openSamples() {
      await page.getByRole('link', { name: 'Samples' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Samples' })).toBeVisible()
    },
    /** Says who reviews, which is asked once in each browser. */
    async openReview(name: string) {
      await page.getByRole('link', { name: 'Review', exact: true }).click()
      await page.getByLabel(/^(Your name|Or another name)$/).fill(name)
      await page.getByRole('button', { name: 'Start' }).click()
      await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible()
    },
    /** Downloads what the filter shows, also what nobody has reviewed. @param format as the page calls it @returns the path of the zip */
    async exportSamples(format: string): Promise<string> {
      const downloading = page.waitForEvent('download')
      await page.getByLabel('Format').selectOption(format)
      await page.getByLabel('Also samples that nobody has reviewed').check()
      await page.getByRole('button', { name: 'Download' }).click()
      return (await downloading).path()
    },
  }
}
