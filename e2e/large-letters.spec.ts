import type { Page } from '@playwright/test'
import { gather } from './actor'
import { expect, test } from './fixtures'
import { measure } from './gallery/measure'
import { setLook, settle, speak } from './gallery/stage'
import { look } from './look'
import { messagesOf } from './messages'

/** The widest words there are, in letters twice as large, on the narrowest of phones. */
const large = { screen: '360x640', locale: 'de', theme: 'light', text: 200 } as const

/** Of what the gallery measures: what makes a text hard to read. */
const seenByReaders = /^(a word in two lines(?!.*<bdi>)|beside the screen|cut|one on the other|on a button)/

async function resultOf(page: Page): Promise<string> {
  return (await page.getByRole('link', { name: 'Full results' }).getAttribute('href')) ?? ''
}

async function openLarge(page: Page, address: string, baseURL = ''): Promise<void> {
  await speak(page, large.locale, baseURL)
  await page.goto(address)
  await page.evaluate(() => Object.assign(window, { glides: new Set() }))
  await setLook(page, large)
  await page.evaluate(settle)
}

test('large letters: nothing of settings, results, profile and boards is beside a small phone', async ({
  invite,
  baseURL,
}) => {
  const player = await invite('Maximiliane', 'small-phone')
  const { page, room, home } = player
  await home.makeRoom(player.name)
  await room.chooseRounds(3)
  await room.start()
  for (let round = 0; round < 3; round++) await room.drawPrompt()
  await expect(room.podium).toBeVisible()
  const result = await resultOf(page)
  for (const address of [result, '/profile', '/leaderboard?board=digits', '/leaderboard']) {
    await openLarge(page, address, baseURL)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await look(player, `large-letters${address.replaceAll('/', '-')}`)
    const found = await page.evaluate(measure, {
      ...({ phase: 'page', isPlaying: false, isTv: false, isAsked: false } as const),
    })
    expect(
      found.filter((line) => seenByReaders.test(line)),
      address,
    ).toEqual([])
  }

  await openLarge(page, '/room/new', baseURL)
  const words = messagesOf(large.locale, 'room').lobby
  await page.getByRole('button', { name: words.settings }).click()
  const dialog = page.getByRole('dialog', { name: words.settings })
  await expect(dialog).toBeVisible()
  expect(await dialog.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
})

test('nobody scored: then nobody stands on a podium, in the room and in the results', async ({
  host,
  guest,
}) => {
  await gather(host, guest)
  await host.room.chooseRounds(1)
  await host.room.chooseSeconds(5)
  await host.room.start()
  await expect(host.room.heading('Nobody scored')).toBeVisible()
  const podium = host.page.getByRole('list', { name: 'Podium' })
  await expect(podium).toBeHidden()
  await host.page.goto(await resultOf(host.page))
  await expect(host.room.heading('Final standings')).toBeVisible()
  await expect(podium).toBeHidden()
})
