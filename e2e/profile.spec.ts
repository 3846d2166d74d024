import { openTcpRelay } from '#server/testing/tcp-relay'
import { type Actor, gather } from './actor'
import { expect, test } from './fixtures'
import { inspect, inspectInBoth } from './look'
import { profilePage } from './pages/profile-page'

/** Both draw every prompt, until the podium. */
async function race(host: Actor, guest: Actor, rounds: number): Promise<void> {
  await gather(host, guest)
  await host.room.chooseRounds(rounds)
  await host.room.start()
  for (let round = 1; round <= rounds; round++)
    await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  await expect(host.room.podium).toBeVisible()
}

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

test('profile: after a game it shows figures, rating, recognitions and the game itself', async ({
  host,
  invite,
  baseURL,
}) => {
  // Two from one address are not rated against each other.
  const elsewhere = await openTcpRelay(baseURL ?? '', '127.0.0.2')
  const guest = await invite('Ben', 'phone', elsewhere.url)
  await race(host, guest, 3)
  await expect(host.page.getByText(/^\d+ points a round: your first score to beat$/)).toBeVisible()
  await expect(host.page.getByRole('columnheader', { name: 'Ratings' }), 'they do not count yet').toBeHidden()
  await host.page.getByRole('link', { name: 'Your profile' }).click()
  await expect(host.page.getByRole('heading', { level: 1 })).toContainText(host.name)
  await expect(host.profile.figure('game')).toHaveText('1')
  await expect(host.profile.figure('of drawings recognised')).toHaveText(/^\d+%$/)
  await expect(host.profile.figure('fastest time')).toHaveText(/^\d\.\d\d\ss$/)
  await expect(host.profile.rating).toContainText(/\d{3,4}.*not final yet.*4 more games/)
  await expect(host.profile.readings.getByRole('cell').filter({ hasText: /^[1-3]$/ })).not.toHaveCount(0)
  await expect(host.page.getByRole('region', { name: 'Personal bests' })).toContainText(/Race.*\d{3}/)
  await expect(host.profile.history).toHaveCount(1)
  await expect(host.profile.history).toContainText(/Race.*(1st|2nd) of 2/)

  await inspectInBoth(host, 'profile')

  await test.step('the other sees them once they are shown, by the name on the leaderboard, without what is private', async () => {
    await guest.page.goto('/leaderboard')
    await expect(guest.page.getByRole('rowheader', { name: host.name }).first()).toBeVisible()
    await expect(guest.page.getByRole('link', { name: host.name, exact: true })).toHaveCount(0)
    await host.profile.list()
    await guest.page.goto('/leaderboard')
    await guest.page.getByRole('link', { name: host.name, exact: true }).first().click()
    await expect(guest.page.getByRole('heading', { level: 1, name: host.name })).toBeVisible()
    await expect(guest.profile.history).not.toHaveCount(0)
    await expect(guest.profile.consent).toBeHidden()
  })

  await test.step('the game opens as a replay', async () => {
    await host.profile.history.getByRole('link').click()
    await expect(host.page.getByRole('heading', { name: 'The game, stroke by stroke' })).toBeVisible()
  })
  await guest.page.close()
  await elsewhere.close()
})

test('recovery code: it makes a second device the same player, once', async ({ host, guest: phone }) => {
  await lendDrawing(host)
  await host.profile.open(1)
  const code = await host.profile.takeCode()
  await inspectInBoth(host, 'recovery-code')
  await phone.profile.bringCode('CDFG HJKM NPRT VWXY 0123')
  await expect(phone.page.getByText('There is no such code, or it has been used.')).toBeVisible()
  await phone.profile.bringCode(code.toLowerCase().replaceAll(' ', ''))
  await expect(phone.page.getByRole('heading', { level: 1 })).toContainText(host.name)
  await expect(phone.profile.history).toHaveCount(1)
  await phone.home.open()
  await expect(phone.home.name).toHaveValue(host.name)
  await phone.profile.bringCode(code)
  await expect(phone.page.getByText('There is no such code, or it has been used.')).toBeVisible()
})

test('training drawings: they are shown to their player, and deleted for good', async ({ guest }) => {
  await lendDrawing(guest)
  await guest.profile.open(1)
  await guest.profile.openDrawings()
  await expect(guest.profile.drawings).toHaveCount(1)
  await inspectInBoth(guest, 'drawings')
  await guest.profile.takeBack()
  await guest.page.reload()
  await expect(guest.profile.drawings).toHaveCount(0)
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
