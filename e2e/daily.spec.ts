import { dailyPromptAt, dailySettings, dayFrom, dayOf } from '#game/prompts/daily'
import { saveGame } from '#server/store/games/save-game'
import { saveRound } from '#server/store/games/save-round'
import { query } from '#server/testing/database'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { expect, test } from './fixtures'
import { inspect } from './look'
import { type ServerWithPast, startServerWithPast } from './server-with-past'

test('daily challenge: it counts once a day, and can be practised afterwards', async ({ guest }) => {
  const { page, room } = guest
  await page.goto('/daily')
  await page.getByRole('link', { name: 'Play today’s challenge' }).click()
  await page.getByRole('button', { name: 'Join' }).click()
  await expect(page.getByText('This try counts. Good luck!')).toBeVisible()
  await room.write(await room.readPrompt())
  await expect(room.score).not.toHaveText('0')

  await page.goto('/daily')
  await expect(page.getByRole('heading', { name: 'Your try' })).toBeVisible()
  await inspect(guest, 'daily-tried')
  await page.getByRole('link', { name: 'Once more, for practice' }).click()
  await expect(page.getByText('this one is for practice')).toBeVisible()
  await room.readPrompt()
})

test.describe('with a past', () => {
  // The second story makes the days older that the first one needs.
  test.describe.configure({ mode: 'serial' })
  let server: ServerWithPast
  test.beforeAll(async () => {
    server = await startServerWithPast('daily')
  })
  test.afterAll(async () => await server.close())

  test('[R14] daily challenge: a game of today shows others its score and no drawing', async ({ invite }) => {
    const { prisma } = server
    const [ben, game] = [playerNamed('Ben'), gameHeader({ settings: dailySettings, day: dayOf(Date.now()) })]
    const drawing = drawingBy([ben])
    await saveRound(prisma, roundOf(game, 0, [drawing]))
    await saveGame(prisma, gameOf(game, [standingOf(ben, 12_345)]))

    const ada = await invite('Ada', 'phone', server.url)
    await ada.page.goto(`/replay/${game.id}`)
    await expect(ada.page.getByRole('heading', { name: 'Hidden until the day is over' })).toBeVisible()
    await inspect(ada, 'replay-hidden')
    await ada.page.getByRole('link', { name: 'See the scores' }).click()
    await expect(ada.page.getByRole('heading', { name: '12,345 points' })).toBeVisible()
    await inspect(ada, 'result-hidden')
    for (const way of ['replay', 'result'])
      expect(
        await ada.page.evaluate(async (page) => (await fetch(page)).text(), `/${way}/${game.id}`),
      ).not.toContain(drawing.ink)

    await test.step('a try of one’s own is shared by one button, with its row', async () => {
      await ada.home.makeRoom(ada.name)
      await expect(ada.room.code).toBeVisible()
      await ada.profile.giveConsent()
      const { id } = await prisma.player.findFirstOrThrow({ where: { name: ada.name } })
      const own = gameHeader({ settings: dailySettings, day: dayOf(Date.now()) })
      const player = { ...playerNamed(ada.name), id }
      const claimed = { day: new Date(dayOf(Date.now())), playerId: id, gameId: own.id }
      await prisma.dailyTry.create({ data: claimed })
      await saveRound(prisma, roundOf(own, 0, [drawingBy([player])]))
      await saveGame(prisma, gameOf(own, [standingOf(player, 9_000)]))
      await ada.page.goto('/daily')
      await expect(ada.page.getByText('Place 1')).toBeVisible()
      await expect(ada.page.getByRole('button', { name: 'Share' })).toHaveCount(1)
      await inspect(ada, 'daily-own-row')
    })
  })

  test('[R14] daily challenge: the day’s fingerprint is public before it, and afterwards a browser checks the secret', async ({
    invite,
  }) => {
    const ada = await invite('Ada', 'phone', server.url)
    const { page } = ada
    const proof = page.getByRole('region', { name: 'How are the digits chosen?' })
    const fingerprints = proof.getByText(/^[0-9a-f]{64}$/)
    const today = dayOf(Date.now())
    const past = dayFrom(today, -29)

    await page.goto('/daily')
    await expect(proof.getByText(/^Shown from .* UTC on$/)).toHaveCount(2)
    const [, ofTomorrow = ''] = await fingerprints.allTextContents()
    await inspect(ada, 'daily-fingerprints')

    await test.step('thirty days later', async () => {
      await query(server.database, 'update "DaySecret" set day = day - 30')
      await page.goto(`/daily?day=${past}`)
      await expect(fingerprints).toHaveCount(2)
      await expect(fingerprints.first()).toHaveText(ofTomorrow)
      await expect(
        proof.getByText('Checked in your browser: the secret belongs to the fingerprint.'),
      ).toBeVisible()
      await expect(proof.getByText(/^(\d ){19}\d$/)).toBeVisible()
      await inspect(ada, 'daily-checked')
    })

    await test.step('and on a replay that its digits were those of the secret', async () => {
      const { prisma } = server
      const secret = (await prisma.daySecret.findFirstOrThrow({ where: { day: new Date(past) } })).secret
      const game = gameHeader({ settings: dailySettings, day: past })
      const ben = playerNamed('Ben')
      await saveRound(prisma, roundOf(game, 0, [drawingBy([ben], { prompt: dailyPromptAt(secret, 0) })]))
      await page.goto(`/replay/${game.id}`)
      await expect(page.getByText('The digits match the secret.')).toBeVisible()
      await inspect(ada, 'replay-digits')
      await query(server.database, 'update "Drawing" set prompt = (prompt + 1) % 10')
      await page.reload()
      await expect(page.getByText('The digits do not match the secret of that day.')).toBeVisible()
      await page.goto(`/daily?day=${past}`)
    })

    await test.step('a secret that was exchanged is found out, also together with its fingerprint', async () => {
      await query(server.database, `update "DaySecret" set secret = repeat('0', 64)`)
      await page.reload()
      await expect(proof.getByText('The secret does not belong to the fingerprint.')).toBeVisible()
      await query(server.database, `update "DaySecret" set commitment = encode(sha256(secret::bytea), 'hex')`)
      await page.reload()
      await expect(proof.getByText('Your browser was shown another fingerprint')).toBeVisible()
    })

    await test.step('days of before there were secrets say so', async () => {
      await page.goto('/daily?day=2026-01-01')
      await expect(proof.getByText('This day has no fingerprint.')).toBeVisible()
    })
  })
})
