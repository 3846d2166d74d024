import { expect, test } from './fixtures'
import { setLook, speak } from './gallery/stage'
import { messagesOf } from './messages'

test('home: the first stroke is drawn there, on a phone without a tap before it, and is answered', async ({
  guest: { home, page },
}) => {
  await home.open()
  await home.write(3)
  await expect(home.seen).toHaveText(/It sees a 3$/)
  await page.getByRole('button', { name: 'Clear' }).click()
  await expect(home.seen).toHaveText(/an empty page/)
})

for (const [locale, text] of [
  ['de', 100],
  ['en', 200],
  ['fr', 200],
] as const) {
  test(`home: on a small phone the answer is whole, in ${locale} with letters of ${text} %`, async ({
    invite,
    baseURL,
  }) => {
    const { page, home } = await invite('Ada', 'small-phone')
    const words = messagesOf(locale, 'home').pad
    await speak(page, locale, baseURL ?? '')
    await page.goto('/')
    await setLook(page, { screen: '360x640', locale, theme: 'light', text })
    const pad = page.getByRole('img', { name: words.label })
    await pad.scrollIntoViewIfNeeded()
    await home.write(5, pad)
    const answer = page.getByRole('region', { name: words.title }).getByRole('status')
    await expect(answer).toContainText('5')
    const cut = await answer.evaluate((status) =>
      [status, ...status.querySelectorAll('*')]
        .filter((each) => each.scrollWidth > each.clientWidth && getComputedStyle(each).display !== 'inline')
        .map((each) => `${each.textContent}: ${each.scrollWidth} in ${each.clientWidth}`),
    )
    expect(cut).toEqual([])
  })
}

test('home: without WebAssembly the pad draws, and says that games work all the same', async ({ guest }) => {
  const { home, page } = guest
  await page.addInitScript(() => {
    WebAssembly.validate = () => false
  })
  await home.open()
  await home.write(3)
  await expect(page.getByText(/Games work: there the server’s AI looks/)).toBeVisible()
})

test('just watch: a link to watch asks for a name, takes no seat at the game, and stays one after a reload', async ({
  host,
  guest,
}) => {
  await host.home.makeRoom(host.name)
  const code = await host.room.readCode()
  await guest.page.goto(`/room/${code}?watch`)
  await expect(guest.page.getByRole('switch', { name: 'Just watch' })).toBeChecked()
  await guest.page.getByLabel('Your name').fill(guest.name)
  await guest.page.getByRole('button', { name: 'Join' }).click()
  const watching = host.room.seat(guest.name).getByRole('img', { name: 'watching' })
  await expect(watching).toBeVisible()
  await guest.page.reload()
  await expect(guest.room.seat(guest.name).getByRole('img', { name: 'watching' })).toBeVisible()
  await expect(watching).toBeVisible()
})
