import { expect, test } from './fixtures'
import { startGame } from './server'

test('the server loses its power in mid-round; seat, score and ink come back with it', async ({
  invite,
}, testInfo) => {
  // Starting three times over takes a while where the machine is busy.
  test.slow()
  const environment = { DATA_FOLDER: testInfo.outputPath('data') }
  const before = await startGame(environment)
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
  await expect(player.page.getByText('Your seat is kept.')).toBeVisible()
  const after = await startGame({ ...environment, PORT: new URL(before.url).port })
  await expect(player.page.getByText('Your seat is kept.')).toBeHidden()
  await expect(player.room.undo).toBeEnabled()
  await expect(player.room.score).toHaveText(score)
  await player.room.clear.click()
  await player.room.write(prompt)
  await expect(player.room.heading(/ points$/)).toBeVisible()
  expect(await after.stop()).toBe(0)
})
