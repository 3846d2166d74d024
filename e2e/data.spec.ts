import { readFile } from 'node:fs/promises'
import { ownData } from '#game/protocol/own-data'
import { gather } from './actor'
import { expect, test } from './fixtures'
import { inspect, look } from './look'

test('my data: a player downloads it, then erases themselves: on all devices, from their room and from the results', async ({
  host,
  guest,
  invite,
}) => {
  test.slow()
  const name = 'Zwentibold'
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await guest.home.followLink(name, code)
  await host.room.chooseRounds(1)
  await host.room.chooseSeconds(20)
  await host.room.start()
  await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  await expect(host.room.podium).toBeVisible()
  await host.page.getByRole('link', { name: 'Full results' }).click()
  await host.page.waitForURL('**/result/**')
  await expect(host.page.getByRole('listitem').filter({ hasText: name }).first()).toBeVisible()
  const result = host.page.url()

  await guest.profile.open(1)
  await guest.page.getByRole('link', { name: 'My data' }).click()
  await test.step('the download holds the game and the drawing, and not the other player', async () => {
    const [download] = await Promise.all([
      guest.page.waitForEvent('download'),
      guest.page.getByRole('button', { name: 'Download my data' }).click(),
    ])
    const text = await readFile(await download.path(), 'utf8')
    const data = ownData.parse(JSON.parse(text))
    expect(data.player.name).toBe(name)
    expect(data.results).toHaveLength(1)
    expect(data.drawings.map(({ ink }) => ink.length > 0)).toEqual([true])
    expect(text).not.toContain(host.name)
  })
  await inspect(guest, 'my-data')

  const recoveryCode = await guest.profile.takeCode()
  const tablet = await invite(name, 'desktop')
  await tablet.profile.bringCode(recoveryCode)
  await expect(tablet.page.getByRole('heading', { level: 1 })).toContainText(name)
  await gather(host, tablet)

  await guest.page.goto('/profile/data')
  await expect(async () => {
    await guest.page.getByRole('button', { name: 'Erase me …' }).click()
    await expect(guest.page.getByRole('dialog')).toBeVisible({ timeout: 2_000 })
  }).toPass()
  await inspect(guest, 'erase-me')
  await guest.page.getByRole('button', { name: 'Erase everything' }).click()
  await expect(guest.page.getByText('All gone')).toBeVisible()
  await look(guest, 'erased')

  await test.step('the other device leaves its room and knows nobody', async () => {
    await expect(host.room.seat(name)).toBeHidden()
    await tablet.home.open()
    await expect(tablet.home.name).not.toHaveValue(name)
    await tablet.page.goto('/profile')
    await expect(tablet.page.getByText(name)).toBeHidden()
  })
  await test.step('results show a former player', async () => {
    await host.page.goto(result)
    await expect(host.page.getByText('A former player').first()).toBeVisible()
    expect(await host.page.content()).not.toContain(name)
    await host.page.getByRole('link', { name: 'Watch the replay' }).click()
    await expect(host.page.getByText('A former player').first()).toBeVisible()
    expect(await host.page.content()).not.toContain(name)
  })
})
