import { gather } from './actor'
import { expect, test } from './fixtures'

test('device clock: one that is a day off changes nothing', async ({ host, guest }) => {
  await guest.context.addInitScript(() => {
    const now = Date.now
    Date.now = () => now() + 24 * 3600 * 1000
  })
  await gather(host, guest)
  await host.room.chooseRounds(1)
  await host.room.start()
  const prompt = await guest.room.readPrompt()
  await expect(guest.room.secondsLeft).toHaveText(/^(20|1?[0-9])$/)
  await Promise.all([host.room.drawPrompt(), guest.room.write(prompt)])
  const lockTimes = /^in \d\.\d\d\ss/
  await expect(guest.page.getByText(lockTimes)).toHaveCount(2)
  await expect(host.page.getByText(lockTimes)).toHaveCount(2)
  expect(await guest.page.getByText(lockTimes).allTextContents()).toEqual(
    await host.page.getByText(lockTimes).allTextContents(),
  )
})
