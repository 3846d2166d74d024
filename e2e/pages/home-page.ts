import type { Page } from '@playwright/test'
import { handwrite } from '../handwriting'
import type { Pen } from '../pen'

/** The front door. */
export function homePage(page: Page, pen?: Pen) {
  const name = page.getByLabel('Your name')
  // Until the server has suggested a name, what is typed might still be replaced.
  const suggestedName = name.and(page.locator(':not([value=""])'))
  const code = page.getByLabel('Room code')
  const joinButton = page.getByRole('button', { name: 'Join' })
  const pad = page.getByRole('img', { name: 'Canvas to try it out' })
  return {
    pad,
    /** What the network says of what is drawn there. */
    seen: page.getByRole('region', { name: 'Draw a digit. What does the AI see?' }).getByRole('status'),
    write: (digit: number, on = pad) => pen?.write(on, handwrite(digit, 1)),
    name,
    suggestedName,
    code,
    quick: page.getByRole('button', { name: 'Play now' }),
    async open() {
      await page.goto('/')
      await suggestedName.waitFor()
    },
    /** As who has come back by the address of the button: it spares a page that few stories are about. */
    async makeRoom(as: string) {
      await this.followLink(as, 'new')
    },
    async makeRoomAtHome(as: string) {
      await this.open()
      await name.fill(as)
      await page.getByRole('button', { name: 'Play with friends' }).click()
    },
    async join(as: string, roomCode: string) {
      await this.open()
      await name.fill(as)
      await code.fill(roomCode)
      await joinButton.click()
    },
    /** As who has scanned the code on somebody's screen. A name is asked for once. */
    async followLink(as: string, room: string) {
      await page.goto(`/room/${room}`)
      await suggestedName.or(page.getByTestId('room-code')).first().waitFor()
      if (await suggestedName.isVisible()) await this.enterAs(as)
    },
    async enterAs(as: string) {
      await name.fill(as)
      await joinButton.click()
    },
  }
}
