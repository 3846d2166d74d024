import { expect, test } from './fixtures'
import { keepPicture } from './look'

test('daily challenge: it has a picture for its link, and can be shared', async ({ invite }) => {
  const host = await invite('Ada', 'desktop', undefined, { isSecure: true })
  await host.page.goto('/daily')
  await host.context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await host.page.getByRole('button', { name: 'Share' }).click()
  await expect(host.page.getByText('Link copied').first()).toBeVisible()
  expect(await host.page.evaluate(() => navigator.clipboard.readText())).toContain('/daily')
  const picture = await host.page.locator('meta[property="og:image"]').getAttribute('content')
  const answer = await host.page.goto(picture ?? '')
  expect(answer?.headers()['content-type']).toBe('image/png')
  await keepPicture('link-daily', await answer?.body())
})
