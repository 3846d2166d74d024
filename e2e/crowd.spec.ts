import { takeAllSeats } from './crowd'
import { expect, test } from './fixtures'
import { inspect, look } from './look'

test('a class of forty: a phone is no wider than its screen, a TV shows all, and the note of a lost connection is whole', async ({
  invite,
  line,
  baseURL,
}) => {
  const host = await invite('Ada', 'phone', line.url)
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  const crowd = await takeAllSeats(baseURL ?? '', code)
  const tv = await invite('TV', 'tv')
  await tv.page.goto(`/tv/${code}`)
  await expect(tv.room.heading('40 players')).toBeVisible()
  await look(host, 'lobby-40')
  await inspect(tv, 'tv-lobby-40')
  await host.room.startButton.click()
  await expect(host.room.pad).toBeVisible()
  await look(host, 'drawing-40')
  await expect(tv.page.getByRole('list', { name: 'All canvases' }).getByRole('listitem')).toHaveCount(40)
  await inspect(tv, 'tv-drawing-40')
  line.cut()
  await expect(host.page.getByText('Connection lost')).toBeInViewport({ ratio: 1 })
  await look(host, 'drawing-40-lost')
  crowd.leave()
})
