import type { Actor } from './actor'
import { expect, test } from './fixtures'
import { inspect, inspectInBoth, lookedAt } from './look'
import { profilePage } from './pages/profile-page'

/** Draws something else than what is asked for, and then what is: a drawing the network wants to learn from. */
async function foolTheNetwork(player: Actor): Promise<void> {
  await player.room.start()
  await player.room.writeOther(await player.room.readPrompt())
  await expect(player.room.wrongLock).toBeVisible()
  await player.room.clear.click()
  await player.room.drawPrompt()
  await expect(player.room.heading(/ points$/)).toBeVisible()
}

async function lendDrawing(player: Actor): Promise<void> {
  await player.home.makeRoom(player.name)
  const code = await player.room.readCode()
  await player.profile.giveConsent()
  await player.page.goto(`/room/${code}`)
  await player.room.chooseRounds(1)
  await player.room.chooseSeconds(20)
  await foolTheNetwork(player)
}

test('recovery code and training drawings: a second device is the same player, once, and sees what is kept, which is deleted for good', async ({
  host,
  guest: phone,
}) => {
  await lendDrawing(host)
  await host.profile.open(1)
  const code = await host.profile.takeCode()
  await phone.profile.bringCode('CDFG HJKM NPRT VWXY 0123')
  await expect(phone.page.getByText('There is no such code, or it has been used.')).toBeVisible()
  await phone.profile.bringCode(code.toLowerCase().replaceAll(' ', ''))
  await expect(phone.page.getByRole('heading', { level: 1 })).toContainText(host.name)
  await expect(phone.profile.history).toHaveCount(1)
  await phone.home.open()
  await expect(phone.home.name).toHaveValue(host.name)
  await phone.profile.bringCode(code)
  await expect(phone.page.getByText('There is no such code, or it has been used.')).toBeVisible()

  await phone.profile.openDrawings()
  await expect(phone.profile.drawings).toHaveCount(1)
  await phone.profile.takeBack()
  await phone.page.reload()
  await expect(phone.profile.drawings).toHaveCount(0)
})

test('[C2] consent: a withdrawal applies at once, also in an open room', async ({ guest }) => {
  await lendDrawing(guest)
  const page = await guest.context.newPage()
  const beside = profilePage(page)
  await beside.open(1)
  await beside.withdrawConsent()
  await beside.leftover.getByRole('button', { name: 'Leave it here' }).click()
  await beside.open(1)
  await expect(beside.consent).not.toBeChecked()

  await guest.page.getByRole('button', { name: 'Change the game' }).click()
  await foolTheNetwork(guest)
  await guest.profile.open(2)
  await guest.profile.openDrawings()
  await expect(guest.profile.drawings).toHaveCount(1)
  await expect(guest.page.getByText('Nothing here is used for training')).toBeVisible()

  await test.step('what was left is deleted by one tap, after another no', async () => {
    await guest.profile.giveConsent()
    await guest.profile.withdrawConsent()
    await expect(guest.profile.leftover).toBeVisible()
    await inspect(guest, 'consent-withdrawn')
    await guest.profile.leftover.getByRole('button', { name: 'Delete everything' }).click()
    await expect(guest.page.getByText('No drawings kept')).toBeVisible()
    await guest.profile.openDrawings()
    await expect(guest.profile.drawings).toHaveCount(0)
  })
})

test('player pages: they look right on every device, before and after a game', async ({ invite }) => {
  const visit = async (device: (typeof lookedAt)[number]) => {
    const player = await invite('Cleopatra the Great', device)
    const see = async (screen: string) => {
      await expect(player.page.getByRole('heading').first()).toBeVisible()
      await inspectInBoth(player, screen)
    }
    for (const [screen, path] of [
      ['profile-newcomer', '/profile'],
      ['device', '/profile/device'],
      ['drawings-empty', '/profile/drawings'],
    ] as const) {
      await player.page.goto(path)
      await see(screen)
    }
    await lendDrawing(player)
    await player.profile.open(1)
    await see('profile')
    await player.profile.openDrawings()
    await see('drawings')
    await player.profile.takeCode()
    await see('recovery-code')
  }
  await Promise.all(lookedAt.map(visit))
})
