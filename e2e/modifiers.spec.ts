import { expect, test } from './fixtures'

test('[R27] modifiers: in the mirror a hand turns round what it draws; one stroke ends with its lift', async ({
  host: { home, room, page, name },
}) => {
  await home.makeRoom(name)
  await room.chooseRounds(1)
  await room.chooseSeconds(20)
  await room.chooseOnly(6)
  await room.chooseModifier('Mirror')
  await room.start()
  await expect(page.getByText(/appears on the other side/).first()).toBeVisible()
  await room.readPrompt()
  await room.writeMirrored(6)
  await expect(room.lock.or(room.podium).first()).toBeVisible()
  await expect(room.podium).toHaveText(/\d{3} points/)

  await page.getByRole('button', { name: 'Change the game' }).click()
  await room.chooseModifier('One stroke')
  await room.start()
  await room.readPrompt()
  await room.begin(6)
  await expect(room.undo).toBeDisabled()
  await expect(room.clear).toBeDisabled()
  await expect(room.podium).toBeVisible()
})
