import { openTcpRelay } from '#server/testing/tcp-relay'
import { expect, test } from './fixtures'
import { gather } from './gather'
import { look } from './look'
import { startServer } from './server'

test('restart: after a power cut in mid-round seat, score and ink are back', async ({ invite }, testInfo) => {
  // Starting three times over takes a while where the machine is busy.
  test.slow()
  const environment = { DATA_FOLDER: testInfo.outputPath('data') }
  const before = await startServer(environment)
  const player = await invite('Ada', 'desktop', before.url)
  await player.home.makeRoom(player.name)
  await player.room.chooseRounds(2)
  await player.room.chooseSeconds(20)
  await player.room.start()
  await player.room.drawPrompt()
  await expect(player.room.heading(/^Round 1 : /)).toBeVisible()
  const prompt = await player.room.readPrompt()
  const score = (await player.room.score.textContent()) ?? ''
  await player.room.begin(prompt)
  await before.kill()
  await expect(player.page.getByText('Your place is saved.')).toBeVisible()
  const after = await startServer({ ...environment, PORT: new URL(before.url).port })
  await expect(player.page.getByText('Your place is saved.')).toBeHidden()
  await expect(player.room.undo).toBeEnabled()
  await expect(player.room.score).toHaveText(score)
  await player.room.clear.click()
  await player.room.write(prompt)
  await expect(player.room.heading(/ points$/)).toBeVisible()
  expect(await after.stop()).toBe(0)
})

test('restart: after a crash a room waits for missing players, names them, and goes on where it was', async ({
  invite,
}, testInfo) => {
  test.slow()
  const environment = { DATA_FOLDER: testInfo.outputPath('data') }
  const before = await startServer(environment)
  const line = await openTcpRelay(before.url)
  const host = await invite('Ada', 'phone', before.url)
  const guest = await invite('Ben', 'desktop', line.url)
  await gather(host, guest)
  await host.room.start()
  await host.room.readPrompt()
  await before.kill()
  line.cut()
  const after = await startServer({ ...environment, PORT: new URL(before.url).port })
  await expect(host.page.getByText(/Waiting for .?Ben/)).toBeVisible()
  await expect(host.room.pad.and(host.page.locator('[data-drawable=true]'))).toBeHidden()
  await look(host, 'restored-waiting')
  line.restore()
  await expect(host.page.getByText(/Waiting for/)).toBeHidden()
  await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  await expect(host.room.heading(/^Round 1 : /)).toBeVisible()
  await line.close()
  expect(await after.stop()).toBe(0)
})
