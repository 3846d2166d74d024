import { gather } from './actor'
import { expect, test } from './fixtures'
import { inspect, look } from './look'

test('moderation: a report reaches the admin, who renames, bans and closes it', async ({
  invite,
  host,
  guest: admin,
}) => {
  const rude = await invite('Loud Lobster', 'phone')
  const code = await gather(host, rude)
  await host.room.chooseRounds(1)

  await test.step('the other draws, and the host reports them', async () => {
    await host.room.start()
    await Promise.all([rude.room.drawPrompt(), host.room.drawPrompt()])
    await expect(host.room.podium).toBeVisible()
    await host.page.getByRole('button', { name: 'Change the game' }).click()
    await host.room.openSeat(rude.name)
    await host.page.getByRole('button', { name: `Report ${rude.name}` }).click()
    await inspect(host, 'report')
    await host.page.getByRole('button', { name: 'The name is offensive' }).click()
    await expect(host.page.getByText('Thank you. The admin will look at it.', { exact: true })).toBeVisible()
  })

  const card = (name: string) =>
    admin.page.getByRole('listitem').filter({ has: admin.page.getByRole('heading', { name }) })
  await test.step('the admin sees name, reason and drawing', async () => {
    await admin.admin.signIn()
    await admin.page.getByRole('link', { name: 'Moderation' }).click()
    await expect(card(rude.name)).toContainText(new RegExp(`name, in room ${code}`))
    await expect(card(rude.name).getByRole('img', { name: /^A \d by/ })).toHaveCount(1)
    await inspect(admin, 'moderation')
  })

  const renamed = admin.page
    .getByRole('listitem')
    .filter({ has: admin.page.getByRole('heading') })
    .filter({ hasText: `was ${rude.name}` })
  await test.step('another name, no public rooms, and the report rests', async () => {
    await card(rude.name).getByRole('button', { name: 'Give another name' }).click()
    await expect(renamed).toBeVisible()
    await renamed.getByRole('button', { name: 'Ban from public rooms' }).click()
    await expect(renamed).toContainText('banned from public rooms')
    await renamed.getByRole('button', { name: 'Dismiss' }).click()
    await expect(admin.page.getByRole('heading', { name: 'Banned, no open report' })).toBeVisible()
  })

  await test.step('the other has lost the name, and is told so in the room, on the profile and at home', async () => {
    const told = rude.page.getByText('An admin has taken away the name “Loud Lobster”.').first()
    await rude.page.reload()
    await expect(told).toBeVisible()
    await expect(host.room.seat(rude.name)).toBeHidden()
    await look(rude, 'renamed')
    await rude.page.goto('/profile')
    await expect(told).toBeVisible()
    await look(rude, 'renamed-profile')
    await rude.home.open()
    await expect(told).toBeVisible()
    await expect(rude.home.name).not.toHaveValue(rude.name)
    await look(rude, 'renamed-home')
    await rude.page.goto('/room/new')
    await expect(told).toBeVisible()
    await rude.room.startButton.click({ trial: true, timeout: 2_000 })
    await rude.page.getByRole('button', { name: 'Close' }).click()
    await expect(told).toBeHidden()
    await rude.home.open()
    await rude.home.name.fill(rude.name)
    await rude.page.getByRole('button', { name: 'Play now' }).click()
    await expect(rude.page.getByText('You can’t use this name any more.')).toBeVisible()
  })

  await test.step('the public rooms are closed to them, under another name too', async () => {
    await rude.profile.giveConsent()
    await rude.page.reload()
    await expect(rude.profile.consent).toBeChecked()
    await rude.home.open()
    await rude.home.name.fill('Quiet Lobster')
    await rude.page.getByRole('button', { name: 'Play now' }).click()
    await expect(rude.room.heading('You can’t join public rooms')).toBeVisible()
  })
})
