import { gather } from './actor'
import { expect, test } from './fixtures'
import { inspect, look } from './look'

test('late join: a newcomer watches the round with all its ink, and plays the next', async ({
  host,
  guest,
}) => {
  const code = await gather(host)
  await host.room.chooseRounds(2)
  // At the door before the round begins: a slow machine needs as long as a round to open a page.
  await guest.page.goto(`/room/${code}`)
  await guest.home.suggestedName.waitFor()
  await host.room.start()
  const prompt = await host.room.readPrompt()
  await host.room.begin(prompt)
  await guest.home.enterAs(guest.name)
  await expect(guest.page.getByText('You play from the next round on.')).toBeVisible()
  await expect(guest.room.canvasOf(host.name)).toBeVisible()
  await expect(guest.room.prompt).toHaveText(String(prompt))
  await host.room.clear.click()
  await host.room.drawPrompt()
  await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  await expect(guest.room.podium).toBeVisible()
})

test('reconnecting: a broken connection is shown, the ink drawn meanwhile arrives once it is back, and who leaves without one has left, and may come back', async ({
  invite,
  host,
  line,
}) => {
  const guest = await invite('Ben', 'phone', line.url)
  await gather(host, guest)
  await host.room.start()
  const prompt = await guest.room.readPrompt()
  line.cut()
  await expect(guest.page.getByText('Connection lost. Trying again. Your place is saved.')).toBeVisible()
  await look(guest, 'line-lost')
  await guest.room.write(prompt)
  await expect(guest.room.lock).toBeHidden()
  line.restore()
  await expect(guest.room.lock).toBeVisible()
  await expect(guest.page.getByText('Connection lost')).toBeHidden()

  line.cut()
  await expect(guest.page.getByText('Connection lost')).toBeVisible()
  await guest.page.getByRole('button', { name: 'Leave the room' }).click()
  await guest.page.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(guest.room.heading('You have left the room')).toBeVisible()
  line.restore()
  await guest.page.getByRole('button', { name: 'Rejoin' }).click()
  await expect(guest.room.pad.or(guest.room.heading(/^Round/)).first()).toBeVisible()
})

test('emotes and host: each emote fades away, however quickly the next follows; when the host leaves the lobby, somebody else is host', async ({
  host,
  guest,
}) => {
  await gather(host, guest)
  const said = (actor: typeof host) =>
    guest.page.getByRole('listitem').filter({ hasText: `${actor.name}Wow` })
  for (const { page } of [host, guest]) await page.getByRole('button', { name: 'Wow' }).click()
  await expect(said(guest)).toBeVisible()
  await expect(said(host)).toHaveCount(0)
  await expect(said(guest)).toHaveCount(0)

  await host.page.getByRole('button', { name: 'Leave the room' }).click()
  await expect(host.room.heading('You have left the room')).toBeVisible()
  await expect(guest.room.startButton).toBeVisible()
})

test('second tab: it takes the seat, and the first can take it back', async ({ host }) => {
  const code = await gather(host)
  const second = await host.context.newPage()
  await second.goto(`/room/${code}`)
  await expect(second.getByTestId('room-code')).toBeVisible()
  await expect(host.room.heading('You are playing in another tab')).toBeVisible()
  await inspect(host, 'seat-taken')
  await host.page.getByRole('button', { name: 'Play here instead' }).click()
  await expect(host.room.code).toBeVisible()
  await expect(second.getByRole('heading', { name: 'You are playing in another tab' })).toBeVisible()
})

test('kick: the host removes a guest, who cannot rejoin', async ({ host, guest }) => {
  await gather(host, guest)
  await host.room.openSeat(guest.name)
  await host.page.getByRole('button', { name: `Remove ${guest.name}` }).click()
  await look(host, 'send-away')
  await host.page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
  await expect(guest.room.heading('The host removed you')).toBeVisible()
  await inspect(guest, 'sent-away')
  await expect(host.room.seat(guest.name)).toBeHidden()
  await guest.page.reload()
  await expect(guest.room.heading('You can’t join this room')).toBeVisible()
})

test('host: when they leave in mid-round, the game goes on and somebody else is host', async ({
  host,
  guest,
}) => {
  await gather(host, guest)
  await host.room.chooseRounds(1)
  await host.room.start()
  const prompt = await host.room.readPrompt()
  await host.page.getByRole('button', { name: /^Leave/ }).click()
  await host.page
    .getByRole('dialog')
    .getByRole('button', { name: /^Leave/ })
    .click()
  await expect(guest.page.getByText('has left')).toBeVisible()
  await guest.room.write(prompt)
  await expect(guest.room.podium).toBeVisible()
  await expect(guest.page.getByRole('button', { name: 'Play again' })).toBeVisible()
})
