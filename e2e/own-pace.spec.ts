import type { Actor } from './actor'
import { expect, test } from './fixtures'
import { inspect } from './look'

/** Who is recognised and keeps the pen down is told what a lock waits for, and gets it with the lift. */
const liftWhenTold = (actor: Actor) => async (lift: () => Promise<unknown>) => {
  const { page, room } = actor
  await expect(page.getByText('Lift, and it counts!')).toBeVisible()
  await expect(page.locator('p[aria-live=assertive]')).toHaveText(/Lift the pen, and it counts/)
  await expect(room.lock).toBeHidden()
  await inspect(actor, 'drawing-lift')
  await lift()
  await expect(room.lock).toBeVisible()
}

test('no timer: everybody draws at their own pace, and the host ends the round', async ({ host, guest }) => {
  await host.home.makeRoom(host.name)
  await guest.home.followLink(guest.name, await host.room.readCode())
  await host.room.chooseRounds(1)
  await host.room.chooseTimer('None')
  const gameButton = guest.page.getByRole('button', { name: /^Game: / })
  await gameButton.click()
  await expect(guest.page.getByText('This game counts for the leaderboard.')).toBeHidden()
  await expect(guest.page.getByText('Just for fun: the leaderboard needs the normal timer.')).toBeVisible()
  await guest.page.keyboard.press('Escape')
  await expect(gameButton).toBeFocused()
  await host.room.start()
  await Promise.all([
    host.room.readPrompt().then(host.room.writeAndHold).then(liftWhenTold(host)),
    guest.room.readPrompt().then(guest.room.begin),
  ])
  await expect(guest.room.endRound).toBeHidden()
  await host.room.endRound.click()
  await expect(guest.room.heading(/^Round 1 : \d$/)).toBeVisible()
  await expect(guest.page.getByText('not recognised')).toBeVisible()
  await expect(host.room.podium).toBeVisible()
})

test('keyboard: a player who draws with the arrow keys takes part, and is shown as such', async ({
  host,
  guest,
}) => {
  await host.home.makeRoom(host.name)
  await guest.home.followLink(guest.name, await host.room.readCode())
  await host.room.chooseRounds(1)
  await host.room.chooseSeconds(20)
  await host.room.chooseOnly(1)
  await host.room.start()
  await host.room.readPrompt()
  await host.room.keyboardPen.focus()
  await host.room.writeOneByKeyboard()
  await expect(host.room.lock).toBeVisible()
  await expect(guest.page.getByRole('img', { name: 'drawn by keyboard' })).toBeVisible()
  await inspect(host, 'drawing-by-keyboard')
  await guest.room.drawPrompt()

  await expect(guest.room.heading(/^Round 1 : 1$/)).toBeVisible()
  await expect(host.room.podium).toBeVisible()
  const row = guest.page.getByRole('row').filter({ hasText: host.name })
  await expect(row.getByRole('img', { name: 'drawn by keyboard' })).toBeVisible()
})

test('keyboard: practice can be drawn with the arrow keys', async ({ host }) => {
  await host.practice.open()
  await host.practice.keyboardPen.focus()
  await host.practice.writeOneByKeyboard()
  await expect(host.practice.seen).toHaveText('1')
  await host.page.keyboard.press('Backspace')
  await expect(host.page.getByText('nothing yet')).toBeVisible()
})
