import type { Page } from '@playwright/test'
import { consentVersion } from '#game/protocol/consent'
import { openDatabase } from '#server/store/connect'
import { saveConsent } from '#server/store/players/save-consent'
import { silentLog } from '#server/testing/database'
import { drawingBy, gameHeader, guessFor, playerNamed, roundOf } from '#server/testing/records'
import { saveShortGame } from '#server/testing/save-short-game'
import type { Actor } from './actor'
import { networkName } from './address'
import { expect, test } from './fixtures'
import { adminPassword } from './pages/admin-page'
import { folderOf, type GameServer, startFreshServer } from './server'

// A server of their own: to sign out everywhere, and to guess passwords, would disturb the admins of other stories.
test.describe.configure({ mode: 'serial' })
let game: GameServer
test.beforeAll(async () => {
  game = await startFreshServer('admin-session', { ADMIN_PASSWORD: adminPassword })
})
test.afterAll(async () => expect(await game.stop()).toBe(0))

test('[F12] [F15] review: who thinks longer than two minutes reads that another reviewer has the drawing, and what a dead line took is asked again', async ({
  invite,
}) => {
  const { prisma, close } = await openDatabase({ dataFolder: folderOf('admin-session') }, silentLog)
  const player = playerNamed('Lena')
  const at = new Date(0)
  await saveConsent(prisma, player, { hasConsented: true, version: consentVersion, at })
  const missed = drawingBy([player], { lock: null, guesses: [guessFor(7, 600, 1)] })
  await saveShortGame(prisma, roundOf(gameHeader(), 0, [missed]))
  const slow = await invite('Ada', 'desktop', game.url)
  const quick = await invite('Grace', 'small-phone', game.url)
  const drawing = ({ page }: Actor) => page.getByRole('img', { name: /^Drawing to review/ })
  const reads = ({ page }: Actor, text: string) => expect(page.getByText(text).first()).toBeVisible()
  for (const { admin } of [slow, quick]) await admin.signIn()

  await slow.admin.openReview('Ada')
  await expect(drawing(slow)).toBeVisible()
  await quick.admin.openReview('Grace')
  await reads(quick, 'Somebody else is looking at them. What they leave comes back after two minutes.')
  await prisma.sample.updateMany({ data: { leasedUntil: at } })
  await quick.page.getByRole('button', { name: 'Look for more' }).click()
  await expect(drawing(quick)).toBeVisible()

  await slow.page.keyboard.press('7')
  await reads(slow, 'Somebody else was given this drawing meanwhile. Your answer was not saved.')
  await reads(slow, 'Somebody else is looking at them. What they leave comes back after two minutes.')

  await quick.context.setOffline(true)
  await quick.page.keyboard.press('1')
  await reads(quick, 'Your answer could not be saved. You will see this drawing again.')
  await expect(drawing(quick)).toBeVisible()
  await quick.context.setOffline(false)
  await quick.page.keyboard.press('1')
  await reads(quick, 'Saved as 1')
  const tab = quick.page.getByRole('link', { name: /^One by one/ })
  await expect(tab).toHaveText('One by one (0)')
  await quick.page.keyboard.press('z')
  await reads(quick, 'Taken back')
  await expect(quick.page.getByText('Saved as 1')).toBeHidden()
  await expect(tab).toHaveText('One by one (1)')
  await quick.page.keyboard.press('1')
  await reads(quick, 'Saved as 1')
  expect(await prisma.review.findMany({ select: { reviewer: true, verdict: true } })).toEqual([
    { reviewer: 'Grace', verdict: 1 },
  ])
  await close()
})

test('admin sign-out: it ends the session on the server, and everywhere it ends all at once', async ({
  invite,
}) => {
  const desk = await invite('Ada', 'desktop', game.url)
  const phone = await invite('Ada', 'small-phone', game.url)
  const isSignedIn = (page: Page) =>
    expect(page.getByRole('button', { name: 'Sign out', exact: true })).toBeVisible()
  const isSignedOut = (page: Page) => expect(page.getByLabel('Password')).toBeVisible()
  for (const { admin, page } of [desk, phone]) {
    await admin.signIn()
    await isSignedIn(page)
  }

  /** @returns what the export and the metrics answer to an actor's cookies, asked from elsewhere */
  async function answersTo({ context }: Actor): Promise<number[]> {
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
    const asked = ['/api/admin/export', '/metrics'].map(async (path) => {
      const headers = { cookie, 'x-forwarded-for': '203.0.113.7' }
      return (await fetch(game.url.replace(networkName, '127.0.0.1') + path, { headers })).status
    })
    return Promise.all(asked)
  }

  await test.step('a cookie from before signing out opens nothing', async () => {
    const cookies = await desk.context.cookies()
    await desk.page.getByRole('button', { name: 'Sign out', exact: true }).click()
    await isSignedOut(desk.page)
    await desk.context.addCookies(cookies)
    await desk.page.goto('/admin/samples')
    await isSignedOut(desk.page)
  })

  await test.step('everywhere: pages and exports of the other browser are refused', async () => {
    await desk.admin.signIn()
    await isSignedIn(desk.page)
    await desk.page.getByRole('link', { name: 'Server' }).click()
    await expect(desk.page.getByText(/^Another browser: signed in .* last used /).first()).toBeVisible()
    expect(await answersTo(phone)).toEqual([200, 200])
    await desk.page.getByRole('button', { name: 'Sign out everywhere' }).click()
    await isSignedOut(desk.page)
    expect(await answersTo(phone)).toEqual([401, 401])
    await phone.page.getByRole('link', { name: 'Moderation' }).click()
    await isSignedOut(phone.page)
  })
})

test('admin sign-in: one wrong password too many says how long to wait, and a known browser does not wait', async ({
  invite,
}) => {
  const known = await invite('Ada', 'desktop', game.url)
  await known.admin.signIn()
  await known.page.getByRole('button', { name: 'Sign out' }).click()
  await expect(known.page.getByLabel('Password')).toBeVisible()

  const guesser = await invite('Ben', 'phone', game.url)
  await guesser.page.goto('/admin/sign-in')
  const tryOnce = async () => {
    await guesser.page.getByLabel('Password').fill('a guess')
    const answered = guesser.page.waitForResponse((response) => response.request().method() === 'POST')
    await guesser.page.getByRole('button', { name: 'Sign in' }).click()
    await answered
  }
  const wait = guesser.page.getByText(/^Too many attempts. Try again in \d+ seconds?\.$/)
  await expect(async () => {
    await tryOnce()
    await expect(wait).toBeVisible({ timeout: 1_000 })
  }).toPass()
  await known.admin.signIn()
  await expect(known.page.getByRole('button', { name: 'Sign out' })).toBeVisible()
})
