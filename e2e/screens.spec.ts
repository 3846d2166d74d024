import type { Actor } from './actor'
import { expect, test } from './fixtures'
import { examine, inspectInBoth, lookedAt, lookInBoth } from './look'

test('room screens: each looks right to everybody in it', async ({ invite }) => {
  const names = ['Ada', 'Ben']
  const players = await Promise.all(lookedAt.map((device, index) => invite(names[index] ?? '', device)))
  const [host, ...guests] = players as [Actor, ...Actor[]]
  const everybody = (act: (player: Actor) => Promise<void>) => Promise.all(players.map(act))
  const lookAll = (screen: string) => everybody((player) => lookInBoth(player, screen))
  const examineAll = (screen: string) => everybody((player) => examine(player, screen))

  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await Promise.all(guests.map((guest) => guest.home.followLink(guest.name, code)))
  await host.room.chooseRounds(2)
  // However long looking takes, no round ends under it.
  await host.room.chooseTimer('None')
  await everybody(({ room }) => expect(room.code).toBeVisible())
  await lookAll('lobby')
  await examineAll('lobby')

  await test.step('round 1: what everybody begins is looked at and examined, and nobody finishes it', async () => {
    await host.room.start()
    await everybody(({ room }) => expect(room.heading(/^Round 1 of 2$/)).toBeVisible())
    await lookAll('countdown')
    await everybody(async ({ room }) => void (await room.readPrompt()))
    await examineAll('drawing')
    await everybody(async ({ room }) => room.begin(await room.readPrompt()))
    await lookAll('drawing')
    await host.room.endRound.click()
    await everybody(({ room }) => expect(room.heading(/^Round 1 : \d$/)).toBeVisible())
    await examineAll('reveal')
  })

  await test.step('round 2: so is what everybody draws', async () => {
    await everybody(async (player) => {
      await player.room.drawPrompt()
      await lookInBoth(player, 'locked')
    })
    await everybody(({ room }) => expect(room.heading(/^Round 2 : \d$/)).toBeVisible())
    await lookAll('reveal')
  })

  await everybody(({ room }) => expect(room.podium).toBeVisible())
  await lookAll('podium')
  await examineAll('podium')

  await everybody(async ({ page }) => {
    await page.getByRole('link', { name: 'Watch the replay' }).click()
    await expect(page.getByRole('heading', { name: 'The game, stroke by stroke' })).toBeVisible()
  })
  await lookAll('replay')
  await examineAll('replay')
})

const pages = [
  { screen: 'home', path: '/', heading: 'Digit Dash' },
  { screen: 'practice', path: '/practice', heading: 'Practice' },
  { screen: 'leaderboard', path: '/leaderboard', heading: 'The quickest pens' },
  { screen: 'daily', path: '/daily', heading: 'One minute, one try' },
  { screen: 'models', path: '/models', heading: 'The AI' },
  { screen: 'sign-in', path: '/admin', heading: 'Admin' },
  { screen: 'not-found', path: '/nowhere', heading: 'This page was never drawn' },
  { screen: 'door', path: '/room/new', heading: 'Who is drawing?' },
] as const

for (const device of lookedAt) {
  test(`pages: each looks right on a ${device}`, async ({ invite }) => {
    test.slow()
    const visitor = await invite('Ada', device)
    for (const { screen, path, heading } of pages) {
      await visitor.page.goto(path)
      await expect(visitor.page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      if (screen === 'home') await visitor.home.suggestedName.waitFor()
      if (screen === 'practice') {
        await visitor.practice.awake.waitFor()
        await visitor.practice.write(3)
        await expect(visitor.practice.seen).toHaveText('3')
      }
      await inspectInBoth(visitor, screen)
    }
  })
}

test('admin pages: they look right', async ({ invite }) => {
  for (const device of lookedAt) {
    const admin = await invite('Ada', device)
    await admin.admin.signIn()
    await expect(admin.page.getByRole('heading', { level: 1, name: 'What has been played' })).toBeVisible()
    await inspectInBoth(admin, 'admin')
    await admin.admin.openSamples()
    await inspectInBoth(admin, 'samples')
    await admin.admin.openReview('Ada')
    await inspectInBoth(admin, 'review')
    for (const path of [
      'review/stacks',
      'review/settle',
      'review/name',
      'datasets',
      'models',
      'contributors',
    ]) {
      await admin.page.goto(`/admin/${path}`)
      await expect(admin.page.getByRole('heading', { level: 1 })).toHaveCount(1)
      await inspectInBoth(admin, `admin-${path.replace('/', '-')}`)
    }
  }
})
