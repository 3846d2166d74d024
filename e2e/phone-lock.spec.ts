import { gather } from './actor'
import { expect, test } from './fixtures'

/** Both ends find out by the pings that stay away. */
const silenceMs = 60_000
/** Until then the phone counts as present: the round takes all of its time, and then comes the reveal. */
const toTheDeadline = { timeout: 60_000 }

test('locked phone: nobody waits for it in mid-round, and it gets its seat and score back', async ({
  invite,
  host,
  line,
}) => {
  const guest = await invite('Ben', 'phone', line.url)
  await gather(host, guest)
  await host.room.chooseRounds(2)
  await host.room.start()
  await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])

  await guest.room.begin(await guest.room.readPrompt())
  line.freeze()
  await host.room.drawPrompt()
  await expect(host.room.podium).toBeVisible(toTheDeadline)
  await expect(guest.page.getByText('Connection lost')).toBeVisible({ timeout: silenceMs })

  line.thaw()
  await expect(guest.page.getByText('Connection lost')).toBeHidden()
  await expect(guest.room.podium).toBeVisible()
  await expect(guest.room.standing(guest.name).getByRole('cell').nth(2)).toHaveText('1')
  await host.page.getByRole('button', { name: 'Play again' }).click()
  await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
})
