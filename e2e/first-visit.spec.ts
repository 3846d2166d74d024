import { expect, test } from './fixtures'

test('home: the first stroke is drawn there, on a phone without a tap before it, and is answered', async ({
  guest: { home, page },
}) => {
  await home.open()
  await home.write(3)
  await expect(home.seen).toHaveText(/It sees a 3$/)
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(home.seen).toHaveText(/an empty page/)
})

test('home: without WebAssembly the pad draws, and says that games work all the same', async ({ guest }) => {
  const { home, page } = guest
  await page.addInitScript(() => {
    WebAssembly.validate = () => false
  })
  await home.open()
  await home.write(3)
  await expect(page.getByText(/Games work: there the server’s AI looks/)).toBeVisible()
})

test('just watch: a link to watch asks for a name, takes no seat at the game, and stays one after a reload', async ({
  host,
  guest,
}) => {
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await guest.page.goto(`/room/${code}?watch`)
  await expect(guest.page.getByRole('switch', { name: 'Just watch' })).toBeChecked()
  await guest.page.getByLabel('Your name').fill(guest.name)
  await guest.page.getByRole('button', { name: 'Join' }).click()
  const watching = host.room.seat(guest.name).getByRole('img', { name: 'watching' })
  await expect(watching).toBeVisible()
  await guest.page.reload()
  await expect(guest.room.seat(guest.name).getByRole('img', { name: 'watching' })).toBeVisible()
  await expect(watching).toBeVisible()
})
