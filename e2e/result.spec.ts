import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { inspect, keepPicture } from './look'

test('result page: it outlives its room, with charts, targets, a picture to save and one for the link', async ({
  host,
  guest,
  spectator,
}) => {
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await guest.home.followLink(guest.name, code)
  await host.room.chooseRounds(3)
  await host.room.start()
  for (const _round of [1, 2, 3]) await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  await expect(host.room.podium).toBeVisible()
  await host.page.getByRole('link', { name: 'Full results' }).click()
  await expect(host.page.getByRole('heading', { name: 'Times' })).toBeVisible()
  await expect(host.page.getByRole('heading', { name: 'Your digits' })).toBeVisible()
  await expect(host.page.getByText('Your best so far!')).toBeVisible()
  // [A5] What the podium has said.
  await expect(host.page.getByText(/your first score to beat$/)).toBeVisible()
  await expect(host.page.getByRole('list', { name: 'What this game gave you' })).toContainText('Hello, AI')

  const address = host.page.url()
  await test.step('back is the room that it was, though it had no code when it was opened', async () => {
    await host.page.goBack()
    await expect(host.room.podium).toBeVisible()
    await expect(host.page).toHaveURL(new RegExp(`/room/${code}$`))
    await host.page.goForward()
    await expect(host.page.getByRole('heading', { name: 'Times' })).toBeVisible()
  })
  await guest.page.goto(address)
  await spectator.page.goto(address)
  await expect(spectator.page.getByRole('heading', { name: /^The digits of/ })).toBeVisible()
  const times = spectator.page.getByRole('table', { name: 'Times' })
  await expect(times.getByRole('cell', { name: /^\d+\.\d\d\ss$/ })).toHaveCount(6)
  for (const actor of [host, guest, spectator]) {
    await inspect(actor, 'result')
  }

  await test.step('the picture to keep has pixels in it', async () => {
    const saving = guest.page.waitForEvent('download')
    await guest.page.getByRole('button', { name: 'Save image' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toMatch(/^digit-dash-.+\.png$/)
    await saved.saveAs('test-results/screens/poster.png')
    expect((await readFile('test-results/screens/poster.png')).subarray(1, 4).toString()).toBe('PNG')
  })

  await test.step('the link has a picture of its own', async () => {
    const picture = await host.page.locator('meta[property="og:image"]').getAttribute('content')
    const answer = await guest.page.goto(picture ?? '')
    expect(answer?.headers()['content-type']).toBe('image/png')
    await keepPicture('link-result', await answer?.body())
  })
})

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
