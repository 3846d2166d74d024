import { readFile } from 'node:fs/promises'
import { presentEdition } from '#game/drawing/editions'
import { dailySettings, dayFrom, dayOf, revealedAt } from '#game/prompts/daily'
import { promptAt } from '#game/prompts/prompts'
import { ghostsVersion } from '#game/protocol/consent'
import { defaultRoomSettings } from '#game/protocol/scalars'
import type { DrawingRecord, GameHeader, RecordedPlayer } from '#game/records/record'
import { championSchema } from '#models/champion-schema'
import { saveGame } from '#server/store/games/save-game'
import { saveRound } from '#server/store/games/save-round'
import { saveGhosts } from '#server/store/players/save-choices'
import type { Prisma } from '#server/store/prisma'
import { drawingBy, gameHeader, gameOf, playerNamed, roundOf, standingOf } from '#server/testing/records'
import { expect, test } from './fixtures'
import { inspect, look } from './look'
import { startServerWithPast } from './server-with-past'
import { readSeen, watchFromStart } from './watch-page'

async function headerOf(overrides: Partial<GameHeader>): Promise<GameHeader> {
  const { version } = championSchema.parse(JSON.parse(await readFile('models/champion.json', 'utf8')))
  const judge = { version, engine: 'wasm' } as const
  return gameHeader({ judge, edition: presentEdition, seed: 7, ...overrides })
}

/** A stored game of one player. @param rounds drawings of each */
async function store(prisma: Prisma, game: GameHeader, player: RecordedPlayer, rounds: DrawingRecord[][]) {
  for (const [index, drawings] of rounds.entries()) await saveRound(prisma, roundOf(game, index, drawings))
  const score = rounds.flat().reduce((sum, { points }) => sum + points, 0)
  await saveGame(prisma, gameOf(game, [standingOf(player, score, { rounds: rounds.length })]))
}

test('ghosts: who is alone in quick play races somebody who agreed, and people take over in the next round', {
  tag: '@long',
}, async ({ invite }) => {
  test.slow()
  const server = await startServerWithPast('ghosts')

  await test.step('before anybody has played there are none, and there is something else to do', async () => {
    const ada = await invite('Ada', 'desktop', server.url)
    await ada.home.open()
    await ada.home.quick.click()
    await expect(ada.page.getByText('there are no ghosts to race')).toBeVisible()
    await inspect(ada, 'quick-no-ghosts')
    await ada.page.getByRole('link', { name: 'Practice' }).click()
    await expect(ada.page).toHaveURL(/practice/)
    await ada.leave()
  })

  const grace = playerNamed('Grace')
  await saveGhosts(server.prisma, grace, { lendsGhosts: true, version: ghostsVersion, at: new Date(0) })
  const drawn = (round: number) => [
    drawingBy([grace], { prompt: promptAt(7, defaultRoomSettings.digits, round) }),
  ]
  const game = await headerOf({ settings: { ...defaultRoomSettings, isPublic: true } })
  await store(server.prisma, game, grace, [0, 1, 2, 3, 4].map(drawn))

  const ben = await invite('Ben', 'small-phone', server.url)
  await test.step('alone for three seconds, then against the ghost of Grace', async () => {
    await ben.home.open()
    await ben.home.name.fill(ben.name)
    await ben.home.quick.click()
    await expect(ben.page.getByText(/You race ghosts in \d seconds/)).toBeVisible()
    await expect(ben.page.getByText('You race ghosts: games that were played before.')).toBeVisible()
    await ben.room.readPrompt()
    // Drawn, for devices that have no letter for it.
    await expect(ben.page.getByText('👻 Grace').first().locator('svg.lucide-ghost')).toBeVisible()
  })

  await test.step('somebody comes, and the next round is between people', async () => {
    const cyd = await invite('Cyd', 'desktop', server.url)
    await cyd.home.open()
    await cyd.home.name.fill(cyd.name)
    await cyd.home.quick.click()
    await ben.room.drawPrompt()
    await expect(ben.page.getByText('👻 Grace').first()).toBeVisible()
    await Promise.all([ben, cyd].map(({ room }) => room.readPrompt()))
    await expect(ben.page.getByText('👻 Grace')).toBeHidden()
    await expect(cyd.room.canvasOf(ben.name).or(cyd.page.getByText(ben.name)).first()).toBeVisible()
  })
  await server.close()
})

test('coming back: a streak, yesterday’s place, the try of today as a row, achievements, and who may race the ghost', {
  tag: '@long',
}, async ({ invite }) => {
  test.slow()
  const server = await startServerWithPast('coming-back')
  const ben = await invite('Ben', 'small-phone', server.url)
  const { page } = ben
  await ben.home.makeRoom(ben.name)
  await ben.room.readCode()

  await test.step('others may race his drawings only once he says so', async () => {
    await page.goto('/profile')
    const lends = page.getByRole('switch', { name: 'Others may race my drawings' })
    await expect(lends).not.toBeChecked()
    const isHeard = page.waitForResponse((response) => response.url().endsWith('/api/player/ghosts'))
    await expect(() => lends.setChecked(true, { timeout: 2_000 })).toPass()
    await isHeard
  })
  const { id, colour } = await server.prisma.player.findFirstOrThrow({ where: { lendsGhosts: true } })
  const self = playerNamed('Ben', { id, colour })
  const today = dayOf(Date.now())

  await test.step('yesterday and today he has had his try', async () => {
    for (const day of [dayFrom(today, -1), today]) {
      const game = await headerOf({ settings: dailySettings, day, startedAt: Date.parse(day) + 1_000 })
      const drawings = [980, 400, 0, 730].map((points, index) => drawingBy([self], { index, points }))
      // Claimed when it starts: the board of the day has no other games.
      await server.prisma.dailyTry.create({ data: { day: new Date(day), playerId: id, gameId: game.id } })
      await store(server.prisma, game, self, [drawings])
    }
    await page.goto('/daily')
    await expect(page.getByText('█▄▁▆')).toBeVisible()
    await expect(page.getByRole('link', { name: 'Yesterday’s challenge: place 1' })).toBeVisible()
    await inspect(ben, 'daily-row')
  })

  await test.step('the first page and the profile know it', async () => {
    await watchFromStart(page)
    await page.goto('/')
    await page.getByText('2 days in a row').scrollIntoViewIfNeeded()
    await inspect(ben, 'home-streak')
    const { layoutShift, moved } = await readSeen(page)
    expect(layoutShift, moved.join(' | ')).toBeLessThanOrEqual(0.02)
    await page.goto('/profile')
    await expect(page.getByText('2 days in a row')).toBeVisible()
    const panel = page.getByRole('region', { name: 'Achievements' })
    await expect(panel.getByText(/^[1-9]\d? of 15$/)).toBeVisible()
    await inspect(ben, 'profile-achievements')
  })

  await test.step('the best try of yesterday is raced in a room of one’s own', async () => {
    // In the first minutes of a day that before is not published yet.
    if (Date.now() < revealedAt(dayFrom(today, -1))) return
    await page.goto('/room/ghost-daily')
    await expect(page.getByText('You race a ghost: yesterday’s best try')).toBeVisible()
    await ben.room.readPrompt()
    await expect(page.getByText('👻 Ben').first()).toBeVisible()
    await look(ben, 'ghost-daily-drawing')
  })
  await server.close()
})
