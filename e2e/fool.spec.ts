import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Room } from '#game/room/room'
import { parseLog } from '#server/rooms/journal-format'
import { replay } from '#server/rooms/replay'
import { type Actor, gather } from './actor'
import { expect, test } from './fixtures'
import { expectFocus, tabTo } from './focus'
import { look } from './look'
import { startServer } from './server'

/** The room as its server has it: what no browser is told, read from the server's own log. */
async function roomOf(folder: string, code: string): Promise<Room | undefined> {
  const rooms = path.join(folder, 'rooms')
  const [name = ''] = (await readdir(rooms))
    .filter((each) => each.startsWith(code))
    .sort()
    .reverse()
  const { generation } = parseLog(await readFile(path.join(rooms, name), 'utf8'))
  return replay({ generations: generation ? [generation] : [] })?.room
}

/** What an honest reader says of each drawing on the ballot of the player of this name. */
function answersOf({ phase, players }: Room, name: string): number[] {
  if (phase.name !== 'voting') throw new Error(`in ${phase.name}`)
  const { canvases, ballots, papers } = phase
  const id = players.find((player) => player.name === name)?.id
  const ballot = ballots.find(({ voter }) => canvases[voter]?.pen === id)
  return (ballot?.entries ?? []).map(({ paper }) => {
    const asked = papers[paper]
    if (!asked) throw new Error('a paper that is not there')
    return 'digit' in asked ? asked.digit : (canvases[asked.canvas]?.drawings[0]?.prompt ?? -1)
  })
}

/** Without a pointer: by way of the buttons and by their keys, with a change of mind; it is always to be seen where the focus is. */
async function voteByKeyboard({ page }: Actor, answers: readonly number[]): Promise<void> {
  const { keyboard } = page
  const button = (name: string) => page.getByRole('button', { name, exact: true })
  const isAt = (at: number) => expect(page.getByText(`Drawing ${at} of ${answers.length}`)).toBeVisible()
  const [first = 0, ...others] = answers.map(String)
  const mistake = String((Number(first) + 1) % 10)
  await tabTo(page, button(mistake))
  await keyboard.press('Enter')
  await isAt(2)
  await expectFocus(page)
  await tabTo(page, button('Previous drawing'), 'backwards')
  await keyboard.press('Enter')
  await isAt(1)
  await expectFocus(page)
  await expect(button(mistake)).toHaveAttribute('aria-pressed', 'true')
  for (const [at, answer] of [first, ...others].entries()) {
    await isAt(at + 1)
    await keyboard.press(String(answer))
    await expectFocus(page)
  }
  await expect(page.getByText('Thank you! Waiting for the others.')).toBeVisible()
}

test('[R29] [R30] [C16] fool the AI: from secret digits over the vote to the admin’s review', async ({
  invite,
}, testInfo) => {
  const folder = testInfo.outputPath('data')
  const server = await startServer({ DATA_FOLDER: folder, ADMIN_PASSWORD: 'only for the end-to-end tests' })
  const come = (name: string, device?: Actor['device']) => invite(name, device, server.url)
  const [host, guest, third] = [
    await come('Ada'),
    await come('Ben', 'phone'),
    await come('Cyd', 'small-phone'),
  ]
  const players = [host, guest, third]
  const code = await gather(host, guest, third)
  await guest.profile.giveConsent()
  await guest.page.goto(`/room/${code}`)
  await guest.room.readCode()
  await host.room.chooseMode('Fool the AI')
  await host.room.chooseRounds(1)
  // By keyboard a vote has more steps than taps.
  await host.room.chooseTimer('Double')
  await host.room.start()

  await test.step('each draws another digit than theirs, as the AI reads it, and says that it is enough', async () => {
    await Promise.all(players.map(async ({ room }) => room.writeOther(await room.readPrompt())))
    await expect(guest.page.getByText('The AI is fooled')).toBeVisible()
    await Promise.all(players.map((player) => look(player, 'fool-drawing')))
    for (const { room } of players) await room.done.click()
  })

  await test.step('all vote, the host by keyboard alone, the others with a tap for each drawing', async () => {
    await expect(host.room.heading('Which digit is it?')).toBeVisible()
    const room = await roomOf(folder, code)
    if (!room) throw new Error('no room')
    await Promise.all(players.map((player) => look(player, 'voting')))
    await voteByKeyboard(host, answersOf(room, host.name))
    for (const { page, name } of [guest, third])
      for (const digit of answersOf(room, name))
        await page.getByRole('button', { name: String(digit), exact: true }).click()
  })

  await test.step('everybody has fooled it', async () => {
    await expect(host.room.heading('What was drawn')).toBeVisible()
    await expectFocus(host.page)
    await expect(host.page.getByText('2 of 2 people read it').first()).toBeAttached()
    await look(host, 'fool-reveal')
    await expect(guest.room.podium).toBeVisible()
    await expect(host.room.standing(host.name)).toContainText('1,000')
  })

  await test.step('the admin reviews the drawing of who agreed, and is told why it is there and what people read', async () => {
    await third.admin.signIn()
    await third.admin.openReview('Grace')
    await expect(third.page.getByText('fooled the AI, people read it')).toBeVisible()
    await expect(third.page.getByText(/^\d: 2 votes$/)).toBeVisible()
    await expect(third.page.getByText('1 left')).toBeVisible()
    await look(third, 'fool-review')
  })
  await server.stop()
})

test('[R31] emotes and the way out: in the middle of a round, asked once, and back to the same seat', async ({
  host,
  guest,
  spectator,
}) => {
  const code = await gather(host, guest)
  await spectator.home.followLink(spectator.name, `${code}?watch`)
  await expect(host.room.seat(spectator.name).getByRole('img', { name: 'watching' })).toBeVisible()
  await host.room.chooseMode('Rush')
  await host.room.start()
  await guest.room.readPrompt()
  // The pad is free to its corners, and drawing closes what was opened.
  await guest.page.getByRole('button', { name: 'Say something' }).click()
  await guest.page.getByRole('button', { name: 'Ha ha' }).click()
  await expect(host.page.getByRole('listitem').filter({ hasText: 'Ha ha' })).toBeVisible()
  await expect(guest.room.undo).toBeVisible()
  await spectator.page.getByRole('button', { name: 'Wow' }).click()
  await expect(guest.page.getByRole('listitem').filter({ hasText: 'Wow' })).toBeVisible()
  await look(guest, 'talking')

  await guest.page.getByRole('button', { name: 'Leave the room' }).click()
  await guest.page.getByRole('button', { name: 'Stay' }).click()
  await expect(guest.room.pad).toBeVisible()
  await guest.page.getByRole('button', { name: 'Leave the room' }).click()
  await guest.page.getByRole('button', { name: 'Leave', exact: true }).click()
  await expect(guest.room.heading('You have left the room')).toBeVisible()
  await guest.page.getByRole('button', { name: 'Rejoin' }).click()
  // The same seat, with its canvas and its ink.
  await expect(guest.room.pad.and(guest.page.locator('[data-drawable=true]'))).toBeVisible()
})
