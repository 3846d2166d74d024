import { gather } from './actor'
import { expect, test } from './fixtures'

test('replay: a game can be watched again, and rescored in the viewer’s browser', async ({
  host,
  spectator,
}) => {
  await gather(host)
  await host.room.chooseRounds(1)
  await host.room.start()
  await host.room.drawPrompt()
  await host.page.getByRole('link', { name: 'Watch the replay' }).click()
  await expect(host.page.getByRole('heading', { name: 'The game, stroke by stroke' })).toBeVisible()

  await spectator.page.goto(host.page.url())
  await spectator.page.getByRole('button', { name: 'Check this game' }).click()
  await expect(spectator.page.getByText('All scores match.')).toBeVisible()
  const moment = spectator.page.getByRole('slider', { name: 'Moment in the round' })
  await moment.press('End')
  await expect(spectator.page.getByText(/^Got it after/)).toBeVisible()
})
