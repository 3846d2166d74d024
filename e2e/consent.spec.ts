import { consentVersion, unaskedVersion } from '#game/protocol/consent'
import type { Actor } from './actor'
import type { DeviceName } from './devices'
import { expect, test } from './fixtures'
import { hasInk } from './ink'
import { keepUnasked, keptOf } from './kept'
import { inspectInBoth } from './look'
import { startServer } from './server'

/** All draw a 1 (no beginning of which is an 8): where an 8 is asked for, the network would learn most from it. */
async function foolTheNetwork(...players: readonly Actor[]): Promise<void> {
  await Promise.all(
    players.map(async ({ room }) => {
      await room.readPrompt()
      await room.write(1)
    }),
  )
}

/** The same where nothing locks and no time runs out: once the host has everybody's ink, the round is over. */
async function foolTheNetworkAndEnd(host: Actor, ...guests: readonly Actor[]): Promise<void> {
  await foolTheNetwork(host, ...guests)
  for (const { name } of guests) await expect.poll(() => host.room.canvasOf(name).evaluate(hasInk)).toBe(true)
  await host.room.endRound.click()
}

async function comeByLink({ page, home, name }: Actor, address: string): Promise<void> {
  await page.goto(address)
  await home.name.fill(name)
  await page.getByRole('button', { name: 'Join' }).click()
}

/** Asks the API past the page's own forms. */
function post({ page }: Actor, address: string, message: object) {
  return page.evaluate(
    async ([to, body]) => {
      const headers = { 'content-type': 'application/json' }
      const response = await fetch(to, { method: 'POST', headers, body })
      return { status: response.status, told: await response.json() }
    },
    [address, JSON.stringify(message)] as const,
  )
}

/** Says yes in every field that ever was, and in some that were not. */
async function forgeConsent(actor: Actor): Promise<void> {
  await actor.home.open()
  const { name } = actor
  const forged = { name, hasConsented: true, consentVersion, consentAnsweredAt: '2020-01-01T00:00:00Z' }
  expect((await post(actor, '/api/player', forged)).told).toEqual({ name, colour: expect.any(Number) })
}

test('[C1] consent: by home page, link, code and forged API nothing is kept before a yes, and after a game all are asked', async ({
  invite,
}) => {
  const host = await invite('Nora Home the Great')
  const linked = await invite('Nora Link', 'phone')
  const coder = await invite('Nora Code')
  const forger = await invite('Nora Forge the Great', 'small-phone')
  const all = [host, linked, coder, forger]

  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await comeByLink(linked, `/room/${code}`)
  await coder.home.join(coder.name, code)
  await forgeConsent(forger)
  await forger.page.goto(`/room/${code}`)
  for (const { name } of all) await expect(host.room.seat(name)).toBeVisible()
  await host.room.chooseTimer('None')
  await host.room.chooseRounds(1)
  await host.room.chooseOnly(8)
  await host.room.start()
  await foolTheNetworkAndEnd(host, linked, coder, forger)

  await test.step('on the podium each is asked with a drawing of their own, below the ways on', async () => {
    for (const { room } of all) await expect(room.question).toBeVisible()
    await expect(host.room.question.getByRole('img')).toHaveCount(2)
    const [again, question] = await Promise.all([
      host.page.getByRole('button', { name: 'Play again' }).boundingBox(),
      host.room.question.boundingBox(),
    ])
    expect(question?.y).toBeGreaterThan((again?.y ?? 0) + (again?.height ?? 0))
    expect(await keptOf(all)).toEqual(all.map(() => ({ drawings: 1, samples: 0, hasConsented: null })))
    for (const player of [host, forger]) {
      await player.room.question.scrollIntoViewIfNeeded()
      await inspectInBoth(player, 'consent-question')
    }
  })

  await test.step('one tap each way, and neither is asked again', async () => {
    await host.room.answer('Yes, keep tricky drawings')
    await linked.room.answer('No thanks')
    await inspectInBoth(host, 'consent-answered')
    for (const { page, room } of [host, linked]) {
      const known = page.waitForResponse(/\/api\/player\/consent/)
      await page.reload()
      await known
      await expect(page.getByRole('table')).toBeVisible()
      await expect(room.question).toBeHidden()
    }
  })

  await test.step('the next game keeps the drawing of the one who said yes, and asks the others again', async () => {
    await host.page.getByRole('button', { name: 'Play again' }).click()
    await foolTheNetworkAndEnd(host, linked, coder, forger)
    for (const { room } of [coder, forger]) await expect(room.question).toBeVisible()
    expect(await keptOf(all)).toEqual([
      { drawings: 2, samples: 1, hasConsented: true },
      { drawings: 2, samples: 0, hasConsented: false },
      { drawings: 2, samples: 0, hasConsented: null },
      { drawings: 2, samples: 0, hasConsented: null },
    ])
    await forger.room.answer('Yes, keep tricky drawings')
    await inspectInBoth(forger, 'consent-answered')
  })
})

test(
  '[C1] consent: quick play, a rush, and a code for another device imply none; an answer holds on all devices',
  { tag: '@long' },
  async ({ invite }, testInfo) => {
    test.slow()
    // Strangers meet by quick play: those of other stories must not come in.
    const folder = testInfo.outputPath('data')
    const server = await startServer({ DATA_FOLDER: folder })
    const come = (name: string, device?: DeviceName) => invite(name, device, server.url)
    const [quick, forger, rusher] = [await come('Ada'), await come('Ben'), await come('Cleo')]
    await quick.home.open()
    await quick.home.name.fill(quick.name)
    await quick.home.quick.click()
    await quick.room.chooseRounds(1)
    await forgeConsent(forger)
    await rusher.home.open()
    await rusher.home.name.fill(rusher.name)
    await rusher.page.getByRole('button', { name: 'Rush 30 s' }).click()
    await forger.page.goto('/room/quick')
    await foolTheNetwork(rusher, quick, forger)
    await expect(rusher.room.question).toBeVisible()
    const all = [quick, forger, rusher]
    await expect
      .poll(async () => (await keptOf(all, folder)).filter(({ drawings }) => drawings > 0))
      .toMatchObject(all.map(() => ({ samples: 0, hasConsented: null })))

    await test.step('the same player on a phone: not asked before, and asked nowhere again after an answer', async () => {
      const phone = await come(rusher.name, 'phone')
      await phone.profile.bringCode(await rusher.profile.takeCode())
      await expect(phone.page.getByRole('heading', { level: 1 })).toContainText(rusher.name)
      await phone.home.open()
      await phone.page.getByRole('button', { name: 'Rush 30 s' }).click()
      await foolTheNetwork(phone)
      await phone.room.answer('No thanks')
      expect(await keptOf([rusher], folder)).toMatchObject([{ samples: 0, hasConsented: false }])
      await rusher.page.goto('/profile')
      await expect(rusher.profile.consent).not.toBeChecked()
    })
    await server.stop()
  },
)

test('[C4] consent: a no to the question offers to delete what is kept from before anybody asked, and says what is left', async ({
  invite,
}) => {
  const [host, guest] = [await invite('Olga Leaves'), await invite('Olga Deletes', 'phone')]
  await host.home.makeRoom(host.name)
  await guest.home.followLink(guest.name, await host.room.readCode())
  await expect(host.room.seat(guest.name)).toBeVisible()
  await host.room.chooseTimer('None')
  await host.room.chooseRounds(1)
  await host.room.chooseOnly(8)
  await host.room.start()
  await foolTheNetworkAndEnd(host, guest)
  for (const player of [host, guest]) {
    await expect(player.room.question).toBeVisible()
    await keepUnasked(player)
    await player.room.question.getByRole('button', { name: 'No thanks' }).click()
  }
  await host.profile.leftover.getByRole('button', { name: 'Leave it here' }).click()
  await expect(host.page.getByText('One older drawing is still here, but not used.')).toBeFocused()
  await guest.profile.leftover.getByRole('button', { name: 'Delete everything' }).click()
  await expect(guest.page.getByText('None of your drawings is kept for training.')).toBeFocused()
  expect(await keptOf([host, guest])).toMatchObject([{ samples: 1 }, { samples: 0 }])
})

test('[C1] consent: the API takes it in one place, from who has a name, to words that exist, and nowhere else', async ({
  host,
}) => {
  const answer = (message: object) => post(host, '/api/player/consent', message)
  const yes = { hasConsented: true, version: consentVersion }
  await host.home.open()
  expect((await answer(yes)).status, 'nobody has a name yet').toBe(401)
  await forgeConsent(host)
  for (const wrong of [
    { hasConsented: true },
    { ...yes, version: consentVersion + 1 },
    { ...yes, version: unaskedVersion },
    { ...yes, hasConsented: 'true' },
    { ...yes, at: '2020-01-01T00:00:00Z' },
  ])
    expect((await answer(wrong)).status, JSON.stringify(wrong)).toBe(400)
  expect((await answer(yes)).told).toMatchObject({ hasConsented: true, kept: 0 })
})

test(
  '[C5] consent: a server that collects nothing says so, asks nobody and keeps nothing',
  { tag: '@long' },
  async ({ invite }, testInfo) => {
    const folder = testInfo.outputPath('data')
    const server = await startServer({ DATA_FOLDER: folder, COLLECT_SAMPLES: 'off' })
    const player = await invite('Ada', 'phone', server.url)
    const { page, room, profile, home } = player
    await home.open()
    await expect(page.getByText('This server keeps no drawings for training.')).toBeVisible()
    await home.makeRoom(player.name)
    await room.chooseRounds(1)
    const yes = { hasConsented: true, version: consentVersion }
    const refused = { status: 403, told: { refusal: 'not-collecting' } }
    expect(await post(player, '/api/player/consent', yes)).toEqual(refused)
    const known = page.waitForResponse(/\/api\/player\/consent/)
    await room.start()
    await foolTheNetwork(player)
    await known
    await expect.poll(() => keptOf([player], folder)).toMatchObject([{ drawings: 1, samples: 0 }])
    await expect(room.question).toBeHidden()
    await profile.open(1)
    await expect(page.getByText('This server keeps no drawings for training.')).toBeVisible()
    await expect(profile.consent).toBeHidden()
    await server.stop()
  },
)
