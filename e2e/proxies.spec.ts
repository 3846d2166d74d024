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

/** One action after the other, each by another road. */
const verdicts: Record<ProxyShape, { action: string; outcome: RegExp }> = {
  whole: { action: 'Give another name', outcome: /was Loud Lobster/ },
  'no-host': { action: 'Ban from public rooms', outcome: /banned from public rooms/ },
  'no-port': { action: 'Dismiss', outcome: /Banned, no open report/ },
  'no-upgrade': { action: 'Lift the ban', outcome: /Nobody has complained/ },
}

test('proxies: behind each kind, admin, language, theme, name, game and drawings work by the public address', async ({
  invite,
}) => {
  test.slow()
  await proxy.switchTo('whole')
  const player = await invite('Ada', 'desktop', proxy.url)
  const rude = await invite('Loud Lobster', 'phone', proxy.url)

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
  })

  const { name, context, page, admin, home, room } = await invite('Cleo', 'desktop', proxy.url)
  for (const [index, shape] of shapes.entries()) {
    await test.step(`${shape}: somebody who was never here signs in as admin, and moderates`, async () => {
      await proxy.switchTo(shape)
      await context.clearCookies()
      await admin.signIn('not the password')
      await expect(page.getByText('That is not the password.')).toBeVisible()
      await admin.signIn()
      await page.getByRole('link', { name: 'Moderation' }).click()
      const { action, outcome } = verdicts[shape]
      await page.getByRole('button', { name: action }).click()
      await expect(page.getByText(outcome).first()).toBeVisible()
      await page.reload()
      await expect(page.getByText(outcome).first()).toBeVisible()
    })
    await test.step(`${shape}: they choose theme and language, and make a room`, async () => {
      await home.open()
      await page.getByRole('button', { name: messagesOf('en', 'common').theme.dark }).click()
      await expect
        .poll(async () => (await context.cookies()).some(({ value }) => value === 'dark'))
        .toBe(true)
      await page.reload()
      await expect(page.locator('html[data-theme=dark]')).toBeVisible()

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
    await test.step(`${shape}: the player takes a drawing back`, async () => {
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

test(
  'proxies: behind one that is not configured, a change is refused with the server’s own address',
  { tag: '@long' },
  async ({ browser }, testInfo) => {
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
  },
)
