import { takeAllSeats } from './crowd'
import { expect, test } from './fixtures'
import { look } from './look'

test('twelve players: a phone is no wider than its screen, and the note of a lost connection is whole', async ({
  invite,
  line,
  baseURL,
}) => {
  const host = await invite('Ada', 'phone', line.url)
  await host.home.makeRoom(host.name)
  const crowd = await takeAllSeats(baseURL ?? '', await host.room.readCode())
  await look(host, 'lobby-12')
  await host.room.startButton.click()
  await expect(host.room.pad).toBeVisible()
  await look(host, 'drawing-12')
  line.cut()
  await expect(host.page.getByText('Connection lost')).toBeInViewport({ ratio: 1 })
  await look(host, 'drawing-12-lost')
  crowd.leave()
})
