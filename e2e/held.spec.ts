import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { defaultRoomSettings } from '#game/protocol/scalars'
import { guestCookie, sealGuest } from '#server/auth/guest'
import { locally } from './address'
import { playAlone } from './bots/player'
import { inBatches, recordingsOf } from './bots/scripts'
import { expect, test } from './fixtures'
import { inspect } from './look'
import { dataFolder } from './server'

const beingChecked = 'This result is being checked before it counts.'

test('[F5] [F6] held result: it is off the board, its player alone reads why, and the admin releases it', async ({
  guest: visitor,
  host: admin,
  invite,
  baseURL,
}) => {
  const address = baseURL ?? ''
  const secret = await readFile(path.join(dataFolder, 'secret'), 'utf8')
  const url = locally(address)
  const settings = { ...defaultRoomSettings, rounds: 3, roundSeconds: 5 }
  const { guest: bot, podium } = await playAlone(
    url,
    secret.trim(),
    11,
    { settings },
    inBatches(recordingsOf(77)),
  )
  const result = `/result/${podium.phase.gameId}`
  expect(podium.isUnderReview).toBe(true)
  const rowOnBoard = visitor.page.getByRole('row').filter({
    has: visitor.page.locator(`a[href="/replay/${podium.phase.gameId}"]`),
  })

  await test.step('nobody else sees more than a game, and no board has it', async () => {
    await visitor.page.goto(result)
    await expect(visitor.page.getByRole('heading', { level: 1 })).toContainText('points')
    await expect(visitor.page.getByText(beingChecked)).toBeHidden()
    await visitor.page.goto('/leaderboard')
    await expect(visitor.page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(rowOnBoard).toHaveCount(0)
  })

  await test.step('the player reads that it is being checked, on the result and in the profile', async () => {
    const own = await invite(bot.name, 'small-phone')
    const seal = await sealGuest(bot, secret.trim())
    await own.context.addCookies([{ name: guestCookie, value: seal, url: address }])
    await own.page.goto(result)
    await expect(own.page.getByText(beingChecked)).toBeVisible()
    await inspect(own, 'result-held')
    await own.page.goto('/profile')
    await expect(own.profile.history).toContainText(beingChecked)
  })

  const card = admin.page
    .getByRole('listitem')
    .filter({ has: admin.page.locator(`a[href="/replay/${podium.phase.gameId}"]`) })
  await test.step('the admin sees the reason with its figures, the drawings and the replay', async () => {
    await admin.admin.signIn()
    await admin.page.getByRole('link', { name: 'On hold' }).click()
    await expect(card).toContainText(
      /Began to draw \d+ ms after seeing the digit; people need \d+ ms or more/,
    )
    await expect(card.getByRole('img', { name: /^A \d by/ })).toHaveCount(3)
    await inspect(admin, 'held')
  })

  await test.step('removed it stays off, and the player is told', async () => {
    await card.getByRole('button', { name: 'Remove for good' }).click()
    await expect(card).toBeHidden()
    await visitor.page.goto('/leaderboard')
    await expect(rowOnBoard).toHaveCount(0)
  })

  await test.step('released it is on the board, and nothing is said any more', async () => {
    await admin.page.getByRole('link', { name: 'Removed' }).click()
    await card.getByRole('button', { name: 'Let it count' }).click()
    await expect(card).toBeHidden()
    await visitor.page.goto('/leaderboard')
    await expect(rowOnBoard).toHaveCount(1)
  })
})
