import { expect, test } from './fixtures'
import { look } from './look'

test('offline: practice still recognises a digit, and every other page says that there is no network', async ({
  invite,
  line,
}) => {
  const player = await invite('Ada', 'small-phone', line.url, { isSecure: true })
  const { page, practice, home } = player
  await home.open()
  // Settles when the service worker has kept everything; the player has never been to Practice.
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  // A page also fetches ahead what its links lead to; that is not to be cut off half-way.
  await page.waitForLoadState('networkidle')
  line.cut()

  await page.goto('/leaderboard')
  await expect(page.getByRole('heading', { name: 'No connection' })).toBeVisible()
  await look(player, 'offline')
  await page.getByRole('link', { name: 'Practise for now' }).click()
  await expect(page.getByText('nothing yet')).toBeVisible()
  await practice.write(3)
  await expect(practice.seen).toHaveText('3')
  await look(player, 'practice-offline')

  await page.goto('/leaderboard')
  line.restore()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByRole('heading', { name: 'The quickest pens' })).toBeVisible()
  await page.waitForLoadState('networkidle')
})

test('service worker: pages and answers are never cached', async ({ invite, baseURL }) => {
  const { page, home } = await invite('Ada', 'desktop', baseURL, { isSecure: true })
  await home.open()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => {}))
  await page.goto('/leaderboard')
  const kept = await page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys()
      paths.push(...requests.map(({ url }) => new URL(url).pathname))
    }
    return paths.filter((path) => !/^\/_next\/static\/|^\/judge\//.test(path))
  })
  expect(kept.sort()).toEqual(['/offline', '/practice'])
})
