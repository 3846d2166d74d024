import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from './fixtures'
import { ageRounds } from './kept'
import { look } from './look'
import { startServer } from './server'

const folder = path.resolve(import.meta.dirname, '../.cache/e2e/retention')
const environment = { DATA_FOLDER: folder, KEEP_GUESSES_DAYS: '90', KEEP_ROUNDS_DAYS: '365' }

/** Runs a script of the server beside it. */
function run(script: string, ...args: string[]) {
  const env = { ...process.env, ...environment }
  return promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args], { env })
}

test('retention: an old game is judged again by the browser that watches it, and a very old one is only a result', {
  tag: '@long',
}, async ({ invite }) => {
  test.slow()
  await rm(folder, { recursive: true, force: true })
  const server = await startServer(environment)
  try {
    const player = await invite('Ada', 'phone', server.url)
    const { page, room } = player
    await player.home.makeRoom('Ada')
    await room.chooseRounds(1)
    // A game for fun: what is on no board is not kept for one.
    await room.chooseOnly(7)
    await room.start()
    await room.drawPrompt()
    await expect(room.heading(/ points$/)).toBeVisible()
    await player.profile.open(1)
    const replay = await player.profile.history.getByRole('link').getAttribute('href')

    await ageRounds(100, folder)
    expect((await run('server/commands/prune.ts', '--dry-run')).stdout).toMatch(
      /Would be pruned:\n(?:.*\n)*Drawing.guesses +1 /,
    )
    await run('server/commands/prune.ts')
    await page.goto(server.url + replay)
    await expect(
      page.getByRole('group', { name: 'Speed' }).or(page.getByText('Asked for')).first(),
    ).toBeVisible()
    await page.getByRole('button', { name: 'Check this game' }).click()
    await expect(page.getByText('All scores match.')).toBeVisible()
    await look(player, 'replay-judged-again')

    await ageRounds(300, folder)
    expect((await run('server/commands/prune.ts')).stdout).toMatch(/Drawing +1 /)
    await page.goto(server.url + replay)
    await expect(page.getByRole('heading', { name: 'This replay is no longer kept' })).toBeVisible()
    await look(player, 'replay-not-kept')
    await page.goto(server.url + (replay ?? '').replace('replay', 'result'))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(player, 'result-not-kept')
  } finally {
    await server.stop()
  }
})
