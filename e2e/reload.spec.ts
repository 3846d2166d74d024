import { gather } from './actor'
import { expect, test } from './fixtures'

test('reload: a player gets the same seat back, in every phase', { tag: '@long' }, async ({
  host,
  guest,
}) => {
  await gather(host, guest)
  await host.room.chooseRounds(2)
  const { page, room } = guest

  await test.step('in the lobby', async () => {
    await page.reload()
    await expect(room.code).toBeVisible()
    await expect(host.room.seat(guest.name)).toHaveCount(1)
  })

  await test.step('in the countdown', async () => {
    await host.room.start()
    await expect(room.heading('Round 1 of 2')).toBeVisible()
    await page.reload()
    expect(await room.readPrompt()).toBe(await host.room.readPrompt())
  })

  await test.step('while all draw', async () => {
    await room.begin(await room.readPrompt())
    await page.reload()
    await room.readPrompt()
    await expect(room.undo).toBeEnabled()
    await room.clear.click()
    await Promise.all([host.room.drawPrompt(), room.drawPrompt()])
  })

  await test.step('at the reveal', async () => {
    await expect(room.heading(/^Round 1 : \d$/)).toBeVisible()
    await page.reload()
    await room.readPrompt()
    await expect(room.score).not.toHaveText('0')
    await Promise.all([host.room.drawPrompt(), room.drawPrompt()])
  })

  await test.step('at the podium', async () => {
    await expect(room.podium).toBeVisible()
    await page.reload()
    await expect(room.podium).toBeVisible()
    await expect(room.standing(guest.name)).toContainText('2')
  })
})
