import { expect, test } from './fixtures'
import { inspect } from './look'

test('TV: it shows a room from the code to the podium without being touched', async ({
  invite,
  host,
  guest,
}) => {
  await host.home.makeRoomAtHome(host.name)
  const code = await host.room.readCode()

  const opening = host.context.waitForEvent('page')
  await host.page.getByRole('link', { name: 'Show on a TV' }).click()
  const ownTv = await opening
  await expect(ownTv.getByTestId('room-code')).toHaveAttribute('aria-label', [...code].join(' '))
  await expect(host.room.code, 'the host keeps the seat').toBeVisible()

  const tv = await invite('TV', 'tv')
  await tv.page.goto('/tv')
  await tv.page.getByLabel('Room code').fill('00000')
  await tv.page.getByRole('button', { name: 'Show' }).click()
  await expect(tv.page.getByText('There is no such room. Check the code.')).toBeVisible()
  await tv.page.getByLabel('Room code').fill(code.toLowerCase())
  await tv.page.getByRole('button', { name: 'Show' }).click()
  await expect(tv.page.getByTestId('room-code')).toBeVisible()
  await guest.home.join(guest.name, code)
  await expect(tv.page.getByRole('heading', { name: '2 players' })).toBeVisible()

  await host.room.chooseRounds(1)
  await host.room.chooseSeconds(20)
  await host.room.chooseTimer('Double')
  await host.room.start()
  await expect(tv.room.heading('Round 1 of 1').or(tv.room.heading('Get ready'))).toBeVisible()
  const prompt = await host.room.readPrompt()
  await expect(tv.room.prompt).toHaveText(String(prompt))
  await guest.room.begin(prompt)
  await expect(tv.room.canvasOf(guest.name)).toBeVisible()
  const tile = tv.page.getByRole('listitem').filter({ has: tv.room.canvasOf(guest.name) })
  await tv.page.emulateMedia({ reducedMotion: 'no-preference' })
  await expect(tile, 'it glides to its place').toHaveCSS('transition-property', 'translate')
  await tv.page.emulateMedia({ reducedMotion: 'reduce' })
  await tv.page.reload()
  await expect(tv.room.prompt, 'it comes back into the middle of a round').toHaveText(String(prompt))
  await host.room.drawPrompt()
  await guest.room.clear.click()
  await guest.room.drawPrompt()

  await expect(tv.room.heading(/^Round 1/)).toBeVisible()
  const best = tv.page
    .getByRole('list', { name: 'All drawings, the best first' })
    .getByRole('listitem')
    .first()
  await expect(best).toContainText(/in \d+\.\d\d\ss/)

  await expect(tv.room.podium).toBeVisible()
  await expect(guest.room.question).toBeVisible()
  await expect(tv.room.question, 'a TV agrees to nothing').toBeHidden()
  await host.page.getByRole('button', { name: 'Change the game' }).click()
  await expect(tv.page.getByRole('heading', { name: '2 players' })).toBeVisible()

  for (const { page } of [host, guest]) {
    await page.getByRole('button', { name: 'Leave the room' }).click()
  }
  await expect(tv.room.heading('Everybody has left')).toBeVisible()
  await inspect(tv, 'tv-closed')
})
