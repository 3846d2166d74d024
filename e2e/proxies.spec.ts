import type { Page } from '@playwright/test'
import getPort from 'get-port'
import { nativeNames } from '../app/_web/kit/i18n/locales'
import type { Actor } from './actor'
import { expect, test } from './fixtures'
import { messagesOf } from './messages'
import { adminPassword } from './pages/admin-page'
import { homePage } from './pages/home-page'
import { profilePage } from './pages/profile-page'
import { roomPage } from './pages/room-page'
import { mousePen } from './pen'
import { openReverseProxy, type ProxyShape, type ReverseProxy } from './reverse-proxy'
import { type GameServer, startFreshServer, startServer } from './server'

const shapes: readonly ProxyShape[] = ['whole', 'no-host', 'no-port', 'no-upgrade']

// One game for the stories whose players all come through a proxy, by the public address that it was told.
test.describe.configure({ mode: 'serial' })
let proxy: ReverseProxy
let game: GameServer
test.beforeAll(async () => {
  const PORT = String(await getPort({ host: '127.0.0.1' }))
  proxy = await openReverseProxy(() => Number(PORT))
  const environment = { ADMIN_PASSWORD: adminPassword, PUBLIC_URL: proxy.url, PORT }
  game = await startFreshServer('proxies', environment)
})
test.afterAll(async () => {
  await proxy.close()
  expect(await game.stop()).toBe(0)
})

/** Drawings that fool the network first, in a rush that ends when the host says so. */
async function lendDrawings(page: Page, room: Actor['room'], count: number): Promise<void> {
  const code = await room.readCode()
  await profilePage(page).giveConsent()
  await page.goto(`/room/${code}`)
  await room.chooseMode('Rush')
  await room.chooseTimer('None')
  await room.start()
  for (let drawing = 0; drawing < count; drawing++) {
    const prompt = await room.readPrompt()
    await room.writeOther(prompt)
    await expect(room.wrongLock).toBeVisible()
    await room.clear.click()
    const score = (await room.score.textContent()) ?? ''
    await room.write(prompt)
    await expect(room.score).not.toHaveText(score)
    await room.wipe()
    await expect(room.hint).toBeVisible()
  }
  await room.endRound.click()
  await expect(room.heading(/ points$/)).toBeVisible()
}

test('proxies: behind each kind, admin, language, theme, name and game work by the public address', async ({
  invite,
}) => {
  test.slow()

  for (const shape of shapes) {
    await test.step(shape, async () => {
      await proxy.switchTo(shape)
      const { name, page, admin, home, room } = await invite('Ada', 'desktop', proxy.url)
      await admin.signIn('not the password')
      await expect(page.getByText('That is not the password.')).toBeVisible()
      await admin.signIn()
      await admin.openSamples()

      await home.open()
      const theme = page.locator('html[data-theme=dark]')
      await page.getByRole('button', { name: messagesOf('en', 'common').theme.dark }).click()
      await expect
        .poll(async () => (await page.context().cookies()).some(({ value }) => value === 'dark'))
        .toBe(true)
      await page.reload()
      await expect(theme).toBeVisible()

      await page.getByRole('button', { name: 'Language' }).click()
      await page.getByRole('menuitemradio', { name: nativeNames.de }).click()
      await expect(page.locator('html[lang=de]')).toBeVisible()
      await page.getByRole('button', { name: messagesOf('de', 'common').language }).click()
      await page.getByRole('menuitemradio', { name: nativeNames.en }).click()
      await expect(page.locator('html[lang=en]')).toBeVisible()

      const saved = page.waitForResponse(
        (response) => response.url().endsWith('/api/player') && response.request().method() === 'POST',
      )
      await home.makeRoomAtHome(name)
      expect((await saved).status()).toBe(200)
      await expect(room.seat(name)).toBeVisible()
    })
  }
})

test('proxies: behind each kind, the admin moderates, and a player deletes drawings', async ({ invite }) => {
  test.slow()
  await proxy.switchTo('whole')
  const player = await invite('Ada', 'desktop', proxy.url)
  const rude = await invite('Loud Lobster', 'phone', proxy.url)
  const admin = await invite('Cleo', 'desktop', proxy.url)
  const { page } = admin

  await test.step('one is reported, and the other lends drawings', async () => {
    await player.home.makeRoom(player.name)
    await rude.home.followLink(rude.name, await player.room.readCode())
    await player.room.openSeat(rude.name)
    await player.page.getByRole('button', { name: `Report ${rude.name}` }).click()
    await player.page.getByRole('button', { name: 'The name is offensive' }).click()
    await expect(
      player.page.getByText('Thank you. The admin will look at it.', { exact: true }),
    ).toBeVisible()
    await rude.page.getByRole('button', { name: 'Leave the room' }).click()
    await expect(player.room.seat(rude.name)).toBeHidden()
    await lendDrawings(player.page, player.room, shapes.length)
    await expect(async () => {
      await player.profile.openDrawings()
      await expect(player.profile.drawings).toHaveCount(shapes.length, { timeout: 2_000 })
    }).toPass()
    await admin.admin.signIn()
    await page.getByRole('link', { name: 'Moderation' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Moderation' })).toBeVisible()
  })

  // One action after the other, each by another road.
  const verdicts = [
    { action: 'Give another name', outcome: `was ${rude.name}` },
    { action: 'Ban from public rooms', outcome: 'banned from public rooms' },
    { action: 'Dismiss', outcome: 'Banned, no open report' },
    { action: 'Lift the ban', outcome: 'Nobody has complained' },
  ]
  for (const [index, shape] of shapes.entries()) {
    await test.step(shape, async () => {
      await proxy.switchTo(shape)
      const { action, outcome } = verdicts[index] ?? { action: '', outcome: '' }
      await page.getByRole('button', { name: action }).click()
      await expect(page.getByText(outcome).first()).toBeVisible()
      await page.reload()
      await expect(page.getByText(outcome).first()).toBeVisible()

      await player.profile.openDrawings()
      await player.page
        .getByRole('button', { name: /^Take back the/ })
        .first()
        .click()
      await expect(player.page.getByText('Taken back', { exact: true })).toBeVisible()
      await player.page.reload()
      await expect(player.profile.drawings).toHaveCount(shapes.length - index - 1)
    })
  }
})

test('proxies: behind one that is not configured, a change is refused with the server’s own address', async ({
  browser,
}, testInfo) => {
  test.slow()
  const PORT = String(await getPort({ host: '127.0.0.1' }))
  const unknown = await openReverseProxy(() => Number(PORT))
  const own = await startServer({ PORT, DATA_FOLDER: testInfo.outputPath('data') })
  const context = await browser.newContext({ baseURL: unknown.url, ignoreHTTPSErrors: true })
  const page = await context.newPage()
  const pen = mousePen(await context.newCDPSession(page))
  const home = homePage(page, pen)
  const room = roomPage(page, pen)
  const isLedOn = async () => {
    await expect(page.getByText(messagesOf('en', 'common').error.address)).toBeVisible()
    await page.getByRole('link', { name: `http://127.0.0.1:${PORT}` }).click()
    await expect(page.getByLabel('Your name')).toBeVisible()
  }

  await test.step('a drawing that is taken back', async () => {
    await home.makeRoomAtHome('Ada')
    await lendDrawings(page, room, 1)
    const takeBack = page.getByRole('button', { name: /^Take back the/ })
    await expect(async () => {
      await page.goto('/profile/drawings')
      await expect(takeBack).toBeVisible({ timeout: 2_000 })
    }).toPass()
    await unknown.switchTo('no-host')
    await takeBack.click()
    await isLedOn()
  })
  await test.step('a language that is chosen', async () => {
    await home.open()
    await page.getByRole('button', { name: 'Language' }).click()
    await page.getByRole('menuitemradio', { name: nativeNames.de }).click()
    await isLedOn()
  })
  await context.close()
  await unknown.close()
  expect(await own.stop()).toBe(0)
})
