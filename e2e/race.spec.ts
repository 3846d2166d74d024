import { gather } from './actor'
import { expect, test } from './fixtures'
import { inspect } from './look'

test('race: two players play three rounds to the podium; one reloads in mid-round and goes on', async ({
  host,
  guest,
}) => {
  await gather(host, guest)
  await host.room.chooseRounds(3)
  await host.room.start()

  await test.step('round 1: both draw at once, and each sees the other lock', async () => {
    await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
    await expect(host.room.heading(/^Round 1 : \d$/)).toBeVisible()
    await expect(guest.page.getByText(/^in \d\.\d\d\ss/)).toHaveCount(2)
    await inspect(guest, 'reveal')
  })

  await test.step('round 2: the guest reloads with half a digit on the canvas', async () => {
    const prompt = await guest.room.readPrompt()
    await expect(guest.room.score).not.toHaveText('0')
    const score = (await guest.room.score.textContent()) ?? ''
    await guest.room.begin(prompt)
    await guest.page.reload()
    expect(await guest.room.readPrompt()).toBe(prompt)
    await expect(guest.room.undo).toBeEnabled()
    await expect(guest.room.hint).toBeHidden()
    await expect(guest.room.score).toHaveText(score)
    await inspect(guest, 'drawing')
    await guest.room.clear.click()
    await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  })

  await test.step('round 3: the guest first draws something else, and pays for it', async () => {
    await guest.room.writeOther(await guest.room.readPrompt())
    await expect(guest.room.wrongLock).toBeVisible()
    await guest.room.clear.click()
    await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  })

  await test.step('the podium has both, with all their locks', async () => {
    await expect(host.room.podium).toBeVisible()
    for (const { name } of [host, guest]) {
      const row = host.page.getByRole('row').filter({ hasText: name })
      await expect(row.getByRole('cell').nth(2)).toHaveText('3')
    }
  })

  await test.step('the leaderboard has both, and knows who is looking', async () => {
    await guest.page.getByRole('link', { name: 'Leaderboard' }).click()
    const row = (name: string) => guest.page.getByRole('row').filter({ hasText: name })
    // Other stories have an Ada and a Ben, too.
    await expect(row(host.name).first()).toBeVisible()
    await expect(row(guest.name).filter({ hasText: 'you' })).toBeVisible()
  })
})
