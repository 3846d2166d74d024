import { openTcpRelay } from '#server/testing/tcp-relay'
import { gather } from './actor'
import { expect, test } from './fixtures'
import { look } from './look'
import { folderOf, type GameServer, startFreshServer, startServer } from './server'

// The second story crashes the server that the first has brought back.
test.describe.configure({ mode: 'serial' })
let game: GameServer
test.beforeAll(async () => {
  game = await startFreshServer('restart', {})
})
test.afterAll(async () => expect(await game.stop()).toBe(0))

async function startAgain(): Promise<void> {
  game = await startServer({ DATA_FOLDER: folderOf('restart'), PORT: new URL(game.url).port })
}

test('restart: after a power cut in mid-round seat, score and ink are back', async ({ invite }) => {
  // Starting twice over takes a while where the machine is busy.
  test.slow()
  const player = await invite('Ada', 'desktop', game.url)
  await player.home.makeRoom(player.name)
  await player.room.chooseRounds(2)
  await player.room.chooseSeconds(20)
  await player.room.start()
  await player.room.drawPrompt()
  await expect(player.room.heading(/^Round 1 : /)).toBeVisible()
  const prompt = await player.room.readPrompt()
  const score = (await player.room.score.textContent()) ?? ''
  await player.room.begin(prompt)
  await game.kill()
  await expect(player.page.getByText('Your place is saved.')).toBeVisible()
  await startAgain()
  await expect(player.page.getByText('Your place is saved.')).toBeHidden()
  await expect(player.room.undo).toBeEnabled()
  await expect(player.room.score).toHaveText(score)
  await player.room.clear.click()
  await player.room.write(prompt)
  await expect(player.room.heading(/ points$/)).toBeVisible()
})

test('restart: after a crash a room waits for missing players, names them, and goes on where it was', async ({
  invite,
}) => {
  test.slow()
  const line = await openTcpRelay(game.url)
  const host = await invite('Ada', 'phone', game.url)
  const guest = await invite('Ben', 'desktop', line.url)
  await gather(host, guest)
  await host.room.start()
  await host.room.readPrompt()
  await game.kill()
  line.cut()
  await startAgain()
  await expect(host.page.getByText(/Waiting for .?Ben/)).toBeVisible()
  await expect(host.room.pad.and(host.page.locator('[data-drawable=true]'))).toBeHidden()
  await look(host, 'restored-waiting')
  line.restore()
  await expect(host.page.getByText(/Waiting for/)).toBeHidden()
  await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  await expect(host.room.heading(/^Round 1 : /)).toBeVisible()
  await line.close()
})
