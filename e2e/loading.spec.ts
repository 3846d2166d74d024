import type { Actor } from './actor'
import { expect, test } from './fixtures'
import { countScriptBytes } from './script-bytes'
import { readSeen, watchFromStart } from './watch-page'

/** What SPEC promises of the home page, in bytes. */
const mostScriptBytes = 200_000
/** More than this is felt: a fifth of what counts as good elsewhere. */
const mostShift = 0.02

test('home: its scripts are less than 200 KB for who has never been here', async ({ guest }) => {
  const bytesOf = await countScriptBytes(await guest.context.newCDPSession(guest.page))
  await guest.home.open()
  await guest.page.waitForLoadState('networkidle')
  expect(bytesOf()).toBeGreaterThan(0)
  expect(bytesOf()).toBeLessThan(mostScriptBytes)
})

async function expectStill({ page, device }: Actor, where: string): Promise<void> {
  const { layoutShift, moved } = await readSeen(page)
  expect(layoutShift, `${where} on ${device}: ${moved.join(' | ')}`).toBeLessThanOrEqual(mostShift)
}

test('layout: nothing moves by itself on home, practice, daily and leaderboard', async ({ invite }) => {
  for (const device of ['desktop', 'phone'] as const) {
    const visitor = await invite('Ada', device)
    await watchFromStart(visitor.page)
    for (const path of ['/', '/practice', '/daily', '/leaderboard']) {
      await visitor.page.goto(path)
      await visitor.page.waitForLoadState('networkidle')
      if (path === '/practice') await visitor.practice.awake.waitFor()
      await expectStill(visitor, path)
    }
  }
})

test('layout: nothing moves by itself in a room, from joining it to the podium', { tag: '@long' }, async ({
  host,
  guest,
}) => {
  const players = [host, guest]
  for (const { page } of players) await watchFromStart(page)
  await host.home.makeRoomAtHome(host.name)
  await guest.home.join(guest.name, await host.room.readCode())
  await host.room.chooseRounds(1)
  await host.room.chooseSeconds(20)
  for (const player of players) await expectStill(player, 'lobby')
  await host.room.start()
  // Watched for while the other still draws: who was slow to draw has little of the results left.
  const seesResults = async (player: Actor) => {
    await expect(player.room.heading(/^Round 1 : \d$/)).toBeVisible()
    await expectStill(player, 'the results')
  }
  await Promise.all(players.flatMap((player) => [player.room.drawPrompt(), seesResults(player)]))
  for (const player of players) {
    await expect(player.room.podium).toBeVisible()
    await expectStill(player, 'podium')
  }
})
