import { expect, test } from './fixtures'
import { look } from './look'

test('quick play: strangers meet, vote one out, race without a host, and a late one gets a seat', async ({
  host: ada,
  guest: ben,
  spectator: cleo,
  invite,
}) => {
  const strangers = [ada, ben, cleo]
  await Promise.all(
    strangers.map(async ({ home, name }) => {
      await home.open()
      await home.name.fill(name)
    }),
  )
  await Promise.all(strangers.map(({ home }) => home.quick.click()))
  await Promise.all([ada, ben].map(({ room }) => expect(room.seat(cleo.name)).toBeVisible()))

  await test.step('one vote more than half sends a player away', async () => {
    await Promise.all(
      [ada, ben].map(async ({ page, room }) => {
        await room.openSeat(cleo.name)
        await page.getByRole('button', { name: `Vote to remove ${cleo.name}` }).click()
      }),
    )
    await expect(cleo.room.heading('You were voted out')).toBeVisible()
    await expect(ada.room.seat(cleo.name)).toBeHidden()
    await look(ben, 'public-lobby')
  })

  await test.step('the race begins by itself', async () => {
    await Promise.all([ada.room.drawPrompt(), ben.room.drawPrompt()])
  })

  await test.step('who comes late watches, and plays the next round', async () => {
    const late = await invite('Dmitri', 'small-phone')
    await late.home.open()
    await late.home.name.fill(late.name)
    await late.home.quick.click()
    await Promise.all([ada, ben, late].map(({ room }) => room.drawPrompt()))
    await expect(ada.room.canvasOf(late.name).or(ada.page.getByText(late.name)).first()).toBeVisible()
  })
})
