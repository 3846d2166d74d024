import { expect, test } from './fixtures'
import { keptOf } from './kept'
import { inspectInBoth } from './look'

test('[C13] contributors: the admin sees who sends wrong drawings, removes them all in one click, and none is kept any more', {
  tag: '@long',
}, async ({ invite }) => {
  test.slow()
  const sender = await invite('Vera Wrong')
  const friend = await invite('Vera Right', 'phone')
  const admin = await invite('Admin')
  const { page } = admin
  const drawWrong = async () => {
    await sender.room.readPrompt()
    await sender.room.write(1)
  }

  await test.step('somebody who says yes draws something else than what was asked for', async () => {
    await sender.home.makeRoom(sender.name)
    const code = await sender.room.readCode()
    await sender.profile.giveConsent()
    await friend.home.followLink(friend.name, code)
    await sender.page.goto(`/room/${code}`)
    await expect(sender.room.seat(friend.name)).toBeVisible()
    await sender.room.chooseRounds(1)
    await sender.room.chooseTimer('None')
    await sender.room.chooseOnly(8)
    await sender.room.start()
    await drawWrong()
    await friend.room.drawPrompt()
    await sender.room.endRound.click()
    await expect(sender.page.getByRole('button', { name: 'Play again' })).toBeVisible()
    expect(await keptOf([sender])).toMatchObject([{ drawings: 1, samples: 1 }])
  })

  const card = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: sender.name }) })
  await test.step('the page of contributors shows drawing and disagreement, on every device', async () => {
    await admin.admin.signIn()
    await page.getByRole('link', { name: 'Contributors' }).click()
    await expect(card.getByRole('img', { name: `A 8 by ${sender.name}` })).toBeVisible()
    await expect(card.getByText('100%')).toBeVisible()
    await inspectInBoth(admin, 'contributors')
    const phone = await invite('Admin on a phone', 'small-phone')
    await phone.admin.signIn()
    await phone.page.getByRole('link', { name: 'Contributors' }).click()
    await expect(phone.page.getByRole('heading', { name: sender.name })).toBeVisible()
    await inspectInBoth(phone, 'contributors')
  })

  await test.step('one click removes what is kept, and the log says so', async () => {
    await card.getByRole('button', { name: 'Remove all and stop collecting' }).click()
    await expect(card.getByText('Nothing is kept of this player.')).toBeVisible()
    await expect(page.getByText(`Removed 1 sample of ${sender.name} and stopped collecting.`)).toBeVisible()
    expect(await keptOf([sender])).toMatchObject([{ drawings: 1, samples: 0, hasConsented: true }])
  })

  await test.step('the next game keeps nothing of them', async () => {
    await sender.page.getByRole('button', { name: 'Play again' }).click()
    await drawWrong()
    await friend.room.drawPrompt()
    await sender.room.endRound.click()
    await expect.poll(async () => (await keptOf([sender]))[0]?.drawings).toBe(2)
    expect(await keptOf([sender])).toMatchObject([{ samples: 0 }])
  })
})
