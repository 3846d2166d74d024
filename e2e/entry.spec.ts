import { expect, test } from './fixtures'
import { inspect } from './look'

test('room code: it is read in any spelling, and one that cannot be a code is refused', async ({
  host,
  guest,
}) => {
  await host.home.makeRoomAtHome(host.name)
  const code = await host.room.readCode()
  const misread = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('5', 's')
  await guest.home.join(guest.name, 'what?')
  await expect(guest.page.getByText('A code has five letters or digits')).toBeVisible()
  await guest.home.code.fill(`${misread.slice(0, 2)}-${misread.slice(2)}`)
  await guest.page.getByRole('button', { name: 'Join' }).click()
  await expect(guest.room.code).toBeVisible()
  expect(await guest.room.readCode()).toBe(code)
})

test('unknown room: a link says so before it asks for a name, and another code leads on', async ({
  host,
  guest,
}) => {
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await guest.page.goto('/room/00000')
  await expect(guest.room.heading('Room not found')).toBeVisible()
  await expect(guest.home.name).toBeHidden()
  await inspect(guest, 'no-such-room')
  await guest.home.code.fill('99999')
  await guest.page.getByRole('button', { name: 'Join' }).click()
  await expect(guest.page.getByText('There is no such room. Check the code.')).toBeVisible()
  await guest.home.code.fill(code.toLowerCase())
  await guest.page.getByRole('button', { name: 'Join' }).click()
  await guest.home.suggestedName.waitFor()
  await guest.home.enterAs(guest.name)
  await expect(host.room.seat(guest.name)).toBeVisible()
})

test('unknown room: who joins another cannot join again while its page is on the way', async ({
  host,
  guest,
}) => {
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await guest.page.goto('/room/00000')
  // Without content: the browser stays where it is, as while it waits.
  await guest.page.route(`**/room/${code}`, (route) => route.fulfill({ status: 204 }))
  const leaving = guest.page.waitForRequest(`**/room/${code}`)
  await guest.home.code.fill(code)
  const join = guest.page.getByRole('button', { name: 'Join' })
  await join.click()
  await leaving
  await expect(join).toBeDisabled()
})

test('unknown room: a code that is typed at home is answered there, and one with a name finds the same page', async ({
  guest,
}) => {
  await guest.home.join(guest.name, '00000')
  await expect(guest.page.getByText('There is no such room. Check the code.')).toBeVisible()
  await expect(guest.home.name).toHaveValue(guest.name)
  await guest.home.makeRoom(guest.name)
  await expect(guest.room.code).toBeVisible()
  await guest.page.goto('/room/00000')
  await expect(guest.room.heading('Room not found')).toBeVisible()
  await guest.page.getByRole('link', { name: 'Back to the start' }).click()
  await expect(guest.home.name).toHaveValue(guest.name)
})

for (const [what, typed, shown] of [
  ['markup', '<b>Eve</b>', '<b>Eve</b>'],
  ['marks that turn the text around', 'E\u202Ev\u200Fe', 'Eve'],
  ['emoji', '🦊 Eve', '🦊 Eve'],
  ['ten thousand letters', 'Eve'.repeat(1_000), 'Eve'.repeat(7).slice(0, 20)],
  ['families of which the third has no place', '👨‍👩‍👧‍👦'.repeat(3), '👨‍👩‍👧‍👦'.repeat(2)],
] as const) {
  test(`name: one of ${what} does no harm`, async ({ guest }) => {
    await guest.home.open()
    await guest.home.name.fill(typed)
    await guest.page.getByRole('button', { name: 'Play with friends' }).click()
    await expect(guest.room.seat(shown)).toBeVisible()
  })
}

test('name: three thousand letters sent past the field are refused', async ({ guest }) => {
  await guest.home.open()
  const answer = await guest.page.evaluate(async () => {
    const body = JSON.stringify({ name: 'Eve'.repeat(1_000) })
    const headers = { 'content-type': 'application/json' }
    const response = await fetch('/api/player', { method: 'POST', headers, body })
    return { status: response.status, said: await response.json() }
  })
  expect(answer).toEqual({ status: 422, said: { refusal: 'long-name' } })
})

test('name: an insulting one is refused', async ({ guest }) => {
  await guest.home.makeRoomAtHome('fuck')
  await expect(guest.page.getByText('This name could hurt somebody.')).toBeVisible()
})

test('name: an empty one is refused', async ({ guest }) => {
  await guest.home.makeRoomAtHome('   ')
  await expect(guest.page.getByText('A name needs a letter, a digit or an emoji.')).toBeVisible()
})

test('name: a private one plays with friends, and is asked for another one among strangers', async ({
  guest,
}) => {
  await guest.home.makeRoomAtHome('Sexy Beast')
  await expect(guest.room.seat('Sexy Beast')).toBeVisible()
  await guest.home.open()
  await guest.page.getByRole('button', { name: 'Play now' }).click()
  await expect(guest.room.heading('Please choose another name')).toBeVisible()
  await guest.page.getByRole('link', { name: 'Choose another name' }).click()
  await guest.home.suggestedName.waitFor()
  await guest.home.name.fill('Calm Lynx')
  await guest.page.getByRole('button', { name: 'Play now' }).click()
  await expect(guest.room.seat('Calm Lynx')).toBeVisible()
})
