import { freePort } from '#server/free-port'
import { nativeNames } from '../app/i18n/locales'
import { expect, test } from './fixtures'
import { adminPassword } from './pages/admin-page'
import { homePage } from './pages/home-page'
import { openReverseProxy, type ProxyShape } from './reverse-proxy'
import { startGame } from './server'
import { wordsOf } from './words'

const shapes: readonly ProxyShape[] = ['whole', 'no-host', 'no-port', 'no-upgrade']

test('behind each kind of proxy, admin, language, theme, name and game work by the public address', async ({
  invite,
  baseURL,
}, testInfo) => {
  test.slow()
  const PORT = String(await freePort())
  const proxy = await openReverseProxy(() => Number(PORT))
  const PUBLIC_URL = `http://${new URL(baseURL ?? '').hostname}:${proxy.port}`
  const data = { DATA_FOLDER: testInfo.outputPath('data'), ADMIN_PASSWORD: adminPassword }
  const game = await startGame({ ...data, PORT, PUBLIC_URL })

  for (const shape of shapes) {
    await test.step(shape, async () => {
      proxy.become(shape)
      const { name, page, admin, home, room } = await invite('Ada', 'desktop', PUBLIC_URL)
      await admin.signIn('not the password')
      await expect(page.getByText('That is not the password.')).toBeVisible()
      await admin.signIn()
      await admin.openSamples()

      await home.open()
      const theme = page.locator('html[data-theme=dark]')
      await page.getByRole('button', { name: wordsOf('en', 'common').theme.dark }).click()
      await expect
        .poll(async () => (await page.context().cookies()).some(({ value }) => value === 'dark'))
        .toBe(true)
      await page.reload()
      await expect(theme).toBeVisible()

      await page.getByRole('button', { name: 'Language' }).click()
      await page.getByRole('menuitemradio', { name: nativeNames.de }).click()
      await expect(page.locator('html[lang=de]')).toBeVisible()
      await page.getByRole('button', { name: wordsOf('de', 'common').language }).click()
      await page.getByRole('menuitemradio', { name: nativeNames.en }).click()
      await expect(page.locator('html[lang=en]')).toBeVisible()

      const saved = page.waitForResponse(
        (response) => response.url().endsWith('/api/player') && response.request().method() === 'POST',
      )
      await home.makeRoom(name)
      expect((await saved).status()).toBe(200)
      await expect(room.seat(name)).toBeVisible()
    })
  }
  expect(await game.stop()).toBe(0)
  await proxy.close()
})

test('behind a proxy that the game was not told of, who wants to change something is led to its own address', async ({
  browser,
  baseURL,
}, testInfo) => {
  test.slow()
  const PORT = String(await freePort())
  const proxy = await openReverseProxy(() => Number(PORT))
  proxy.become('no-host')
  const game = await startGame({ PORT, DATA_FOLDER: testInfo.outputPath('data') })
  const context = await browser.newContext({
    baseURL: `http://${new URL(baseURL ?? '').hostname}:${proxy.port}`,
  })
  const page = await context.newPage()
  await homePage(page).open()
  await page.getByRole('button', { name: 'Language' }).click()
  await page.getByRole('menuitemradio', { name: nativeNames.de }).click()
  await expect(page.getByText(wordsOf('en', 'common').error.address)).toBeVisible()
  await page.getByRole('link', { name: `http://127.0.0.1:${PORT}` }).click()
  await expect(page.getByLabel('Your name')).toBeVisible()
  await context.close()
  expect(await game.stop()).toBe(0)
  await proxy.close()
})
