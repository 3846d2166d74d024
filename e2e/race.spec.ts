import { readFile } from 'node:fs/promises'
import { openTcpRelay } from '#server/testing/tcp-relay'
import { gather } from './actor'
import { expect, test } from './fixtures'
import { examine, keepPicture, look } from './look'

// One game is all that podium, leaderboard, result and profile need to tell of.
test('race: two players, one with a clock that is a day off, play three rounds; podium, leaderboard, result and profile tell of it', async ({
  host,
  invite,
  spectator,
  baseURL,
}) => {
  test.slow()
  // Two from one address are not rated against each other.
  const elsewhere = await openTcpRelay(baseURL ?? '', '127.0.0.2')
  const guest = await invite('Ben', 'phone', elsewhere.url)
  await guest.context.addInitScript(() => {
    const now = Date.now
    Date.now = () => now() + 24 * 3600 * 1000
  })
  const code = await gather(host, guest)
  await host.room.chooseRounds(3)
  await host.room.start()

  await test.step('round 1: both draw at once, each sees the other lock, and both see the same times', async () => {
    const prompt = await guest.room.readPrompt()
    await expect(guest.room.secondsLeft).toHaveText(/^(20|1?[0-9])$/)
    await Promise.all([host.room.drawPrompt(), guest.room.write(prompt)])
    await expect(host.room.heading(/^Round 1 : \d$/)).toBeVisible()
    const lockTimes = /^in \d\.\d\d\ss/
    for (const { page } of [host, guest]) await expect(page.getByText(lockTimes)).toHaveCount(2)
    expect(await guest.page.getByText(lockTimes).allTextContents()).toEqual(
      await host.page.getByText(lockTimes).allTextContents(),
    )
  })

  await test.step('round 2: the guest reloads with half a digit on the canvas', async () => {
    const prompt = await guest.room.readPrompt()
    await expect(guest.room.score).not.toHaveText('0')
    const score = (await guest.room.score.textContent()) ?? ''
    await guest.room.begin(prompt)
    await guest.page.reload()
    expect(await guest.room.readPrompt()).toBe(prompt)
    await expect(guest.room.undo).toBeEnabled()
    await expect(guest.room.hint).toBeHidden()
    await expect(guest.room.score).toHaveText(score)
    await guest.room.clear.click()
    await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  })

  await test.step('round 3: the guest first draws something else, and pays for it', async () => {
    await guest.room.writeOther(await guest.room.readPrompt())
    await expect(guest.room.wrongLock).toBeVisible()
    await guest.room.clear.click()
    await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  })

  await test.step('the podium has both, with all their locks', async () => {
    await expect(host.room.podium).toBeVisible()
    for (const { name } of [host, guest]) {
      const row = host.page.getByRole('row').filter({ hasText: name })
      await expect(row.getByRole('cell').nth(2)).toHaveText('3')
    }
    await expect(host.page.getByText(/^\d+ points a round: your first score to beat$/)).toBeVisible()
    await expect(
      host.page.getByRole('columnheader', { name: 'Ratings' }),
      'they do not count yet',
    ).toBeHidden()
  })

  await test.step('the leaderboard has both, and knows who is looking', async () => {
    await guest.page.getByRole('link', { name: 'Leaderboard' }).click()
    const row = (name: string) => guest.page.getByRole('row').filter({ hasText: name })
    // Other stories have an Ada and a Ben, too.
    await expect(row(host.name).first()).toBeVisible()
    await expect(row(guest.name).filter({ hasText: 'you' })).toBeVisible()
  })

  await test.step('the result page has charts and targets, and outlives its room', async () => {
    await host.page.getByRole('link', { name: 'Full results' }).click()
    await expect(host.page.getByRole('heading', { name: 'Times' })).toBeVisible()
    await expect(host.page.getByRole('heading', { name: 'Your digits' })).toBeVisible()
    await expect(host.page.getByText('Your best so far!')).toBeVisible()
    // [A5] What the podium has said.
    await expect(host.page.getByText(/your first score to beat$/)).toBeVisible()
    await expect(host.page.getByRole('list', { name: 'What this game gave you' })).toContainText('Hello, AI')

    const address = host.page.url()
    await test.step('back is the room that it was, though it had no code when it was opened', async () => {
      await host.page.goBack()
      await expect(host.room.podium).toBeVisible()
      await expect(host.page).toHaveURL(new RegExp(`/room/${code}$`))
      await host.page.goForward()
      await expect(host.page.getByRole('heading', { name: 'Times' })).toBeVisible()
    })
    await guest.page.goto(address)
    await spectator.page.goto(address)
    await expect(spectator.page.getByRole('heading', { name: /^The digits of/ })).toBeVisible()
    const times = spectator.page.getByRole('table', { name: 'Times' })
    await expect(times.getByRole('cell', { name: /^\d+\.\d\d\ss$/ })).toHaveCount(6)
    for (const actor of [host, guest, spectator]) {
      await look(actor, 'result')
      await examine(actor, 'result')
    }
  })

  await test.step('the picture to keep has pixels in it', async () => {
    const saving = guest.page.waitForEvent('download')
    await guest.page.getByRole('button', { name: 'Save image' }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toMatch(/^digit-dash-.+\.png$/)
    await saved.saveAs('test-results/screens/poster.png')
    expect((await readFile('test-results/screens/poster.png')).subarray(1, 4).toString()).toBe('PNG')
  })

  await test.step('the link has a picture of its own', async () => {
    const picture = await host.page.locator('meta[property="og:image"]').getAttribute('content')
    const answer = await guest.page.goto(picture ?? '')
    expect(answer?.headers()['content-type']).toBe('image/png')
    await keepPicture('link-result', await answer?.body())
  })

  await test.step('the profile has figures, rating and recognitions', async () => {
    await host.page.goBack()
    await host.page.getByRole('link', { name: 'Your profile' }).click()
    await expect(host.page.getByRole('heading', { level: 1 })).toContainText(host.name)
    await expect(host.profile.figure('games')).toHaveText('1')
    await expect(host.profile.figure('of drawings recognised')).toHaveText(/^\d+%$/)
    await expect(host.profile.figure('fastest time')).toHaveText(/^\d\.\d\d\ss$/)
    await expect(host.profile.rating).toContainText(/\d{3,4}.*not final yet.*4 more games/)
    await expect(host.profile.readings.getByRole('cell').filter({ hasText: /^[1-3]$/ })).not.toHaveCount(0)
    await expect(host.page.getByRole('region', { name: 'Personal bests' })).toContainText(/Race.*\d{3}/)
    await expect(host.profile.history).toHaveCount(1)
    await expect(host.profile.history).toContainText(/Race.*(1st|2nd) of 2/)
  })

  await test.step('the other sees the profile once it is shown, by the name on the leaderboard, without what is private', async () => {
    await guest.page.goto('/leaderboard')
    await expect(guest.page.getByRole('rowheader', { name: host.name }).first()).toBeVisible()
    await expect(guest.page.getByRole('link', { name: host.name, exact: true })).toHaveCount(0)
    await host.profile.list()
    await guest.page.goto('/leaderboard')
    await guest.page.getByRole('link', { name: host.name, exact: true }).first().click()
    await expect(guest.page.getByRole('heading', { level: 1, name: host.name })).toBeVisible()
    await expect(guest.profile.history).not.toHaveCount(0)
    await expect(guest.profile.consent).toBeHidden()
  })

  await test.step('the game opens as a replay', async () => {
    await host.profile.history.getByRole('link').click()
    await expect(host.page.getByRole('heading', { name: 'The game, stroke by stroke' })).toBeVisible()
  })
  await guest.page.close()
  await elsewhere.close()
})
