import type { Page } from '@playwright/test'

/** The front door. */
export function homePage(page: Page) {
  const name = page.getByLabel('Your name')
  // Until the server has suggested a name, what is typed might still be replaced.
  const suggestedName = name.and(page.locator(':not([value=""])'))
  const code = page.getByLabel('Room code')
  return {
    name,
    suggestedName,
    code,
    quick: page.getByRole('button', { name: 'Play now' }),
    async open() {
      await page.goto('/')
      await suggestedName.waitFor()
    },
    async makeRoom(as: string) {
      await this.open()
      await name.fill(as)
      await page.getByRole('button', { name: 'Play with friends' }).click()
    },
    async join(as: string, roomCode: string) {
      await this.open()
      await name.fill(as)
      await code.fill(roomCode)
      await page.getByRole('button', { name: 'Join' }).click()
    },
  }
}
