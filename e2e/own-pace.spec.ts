import type { Actor } from './actor'
import { expect, test } from './fixtures'
import { examine, inspect, look } from './look'

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
  await guest.page.getByRole('button', { name: /^Game: / }).click()
  await expect(guest.page.getByText('This game counts for the leaderboard.')).toBeHidden()
  await expect(guest.page.getByText('Just for fun: the leaderboard needs the normal timer.')).toBeVisible()
  await look(guest, 'lobby-untimed')
  await guest.page.keyboard.press('Escape')
  await host.room.start()
  await Promise.all([
    host.room.readPrompt().then(host.room.writeAndHold).then(liftWhenTold(host)),
    guest.room.readPrompt().then(guest.room.begin),
  ])
  await expect(guest.room.endRound).toBeHidden()
  await look(host, 'drawing-untimed')
  await examine(host, 'drawing-untimed')
  await host.room.endRound.click()
  await expect(guest.room.heading(/^Round 1 : \d$/)).toBeVisible()
  await expect(guest.page.getByText('not recognised')).toBeVisible()
  await expect(host.room.podium).toBeVisible()
})

test('keyboard: practice can be drawn with the arrow keys', async ({ host }) => {
  await host.practice.open()
  await host.practice.keyboardPen.focus()
  await host.practice.writeOneByKeyboard()
  await expect(host.practice.seen).toHaveText('1')
  await host.page.keyboard.press('Backspace')
  await expect(host.page.getByText('nothing yet')).toBeVisible()
})
