import type { BrowserContext } from '@playwright/test'
import { gather } from './actor'
import { takeAllSeats } from './crowd'
import { expect, test } from './fixtures'
import { hasInk } from './ink'
import { inspect, look } from './look'
import { messagesOf } from './messages'
import { layProxy } from './proxy'

const refusal = messagesOf('en', 'refusal')

/** A browser in which every WebSocket fails at once, or never gets anywhere. */
function breakWebSockets(context: BrowserContext, how: 'fails' | 'hangs') {
  return context.addInitScript((way) => {
    class BrokenWebSocket extends EventTarget {
      onerror: ((event: Event) => void) | null = null
      onclose: ((event: Event) => void) | null = null
      readonly readyState = 0
      constructor() {
        super()
        if (way === 'hangs') return
        queueMicrotask(() => {
          this.onerror?.(new Event('error'))
          this.onclose?.(new CloseEvent('close', { code: 1006 }))
        })
      }
      send() {}
      close() {}
    }
    Object.assign(window, { WebSocket: BrokenWebSocket })
  }, how)
}

for (const [browser, network] of [
  ['fails', 'forbidden'],
  ['hangs', 'swallowed'],
] as const) {
  test(`[P5] long polling: a race is played where every WebSocket ${browser}, and through a proxy where upgrades are ${network}`, {
    tag: browser === 'hangs' ? '@long' : [],
  }, async ({ invite, host, baseURL }) => {
    const proxy = await layProxy(baseURL ?? '', { upgrades: network })
    await breakWebSockets(host.context, browser)
    const guest = await invite('Ben', 'phone', proxy.url)
    const transports = new Set<string>()
    for (const { page } of [host, guest]) {
      page.on('response', (response) => {
        const { pathname, searchParams } = new URL(response.url())
        if (pathname === '/socket.io/') transports.add(searchParams.get('transport') ?? '')
      })
    }
    await gather(host, guest)
    await host.room.chooseRounds(1)
    await guest.page.reload()
    await expect(guest.room.code).toBeVisible()
    await host.room.start()

    const prompt = await guest.room.readPrompt()
    await guest.room.begin(prompt)
    await expect.poll(() => host.room.canvasOf(guest.name).evaluate(hasInk)).toBe(true)
    await guest.room.clear.click()
    await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])

    await expect(host.room.podium).toBeVisible()
    for (const { name } of [host, guest]) {
      await expect(host.room.standing(name).getByRole('cell').nth(2)).toHaveText('1')
    }
    expect([...transports]).toEqual(['polling'])
    await proxy.close()
  })
}

test('[P6] blocked network: where pages load and sockets do not, the page says so, with a way to retry', async ({
  invite,
  baseURL,
}) => {
  const school = await layProxy(baseURL ?? '', { upgrades: 'forbidden', blocksPolling: true })
  const player = await invite('Ada', 'phone', school.url)
  await player.home.makeRoom(player.name)
  await expect(player.room.heading(refusal['blocked-network'])).toBeVisible()
  await inspect(player, 'network-blocks')
  await expect(player.page.getByRole('button', { name: 'Try again' })).toBeEnabled()
  await school.close()
})

test('[P6] unreachable server and offline browser: the page tells them apart', async ({
  invite,
  host,
  line,
}) => {
  const guest = await invite('Ben', 'phone', line.url)
  await gather(host, guest)
  line.cut()
  await expect(guest.page.getByText(refusal.unreachable)).toBeVisible()
  await look(guest, 'server-silent')
  await guest.context.setOffline(true)
  await expect(guest.page.getByText('You are offline.')).toBeVisible()
  await guest.context.setOffline(false)
  await expect(guest.page.getByText(refusal.unreachable)).toBeVisible()
  await guest.page.getByRole('button', { name: 'Try again' }).click()
  line.restore()
  await expect(guest.page.getByText('Connection lost')).toBeHidden()
})

test('[P6] silent server: the page says so while a room opens, and the room opens when it is back', async ({
  invite,
  host,
}) => {
  const code = await gather(host)
  const tv = await invite('TV', 'tv')
  // The page of the room comes; what it opens next does not.
  await tv.page.route('**/socket.io/**', (route) => route.abort())
  await tv.page.route('**/healthz', (route) => route.abort())
  await breakWebSockets(tv.context, 'hangs')
  await tv.page.goto(`/tv/${code}`)
  await expect(tv.room.heading(refusal.unreachable)).toBeVisible()
  await inspect(tv, 'tv-server-silent')
  await tv.page.getByRole('button', { name: 'Try again' }).click()
  await tv.page.unrouteAll()
  await expect(tv.page.getByTestId('room-code')).toBeVisible()
})

test('[P6] spinner: after a while it says so, and offers a retry', async ({ guest }) => {
  let isSlow = true
  await guest.page.route('**/judge/**', (route) => (isSlow ? undefined : route.continue()))
  await guest.page.goto('/practice')
  const hint = guest.page.getByText('This is taking a while.')
  await expect(guest.page.getByText('Waking the AI')).toBeVisible()
  await expect(hint).toHaveCSS('animation-delay', '5s')
  await expect(hint).toBeVisible()
  await inspect(guest, 'practice-slow')
  isSlow = false
  await guest.page.getByRole('link', { name: 'Try again' }).click()
  await expect(guest.page.getByText('nothing yet')).toBeVisible()
  await guest.page.unrouteAll({ behavior: 'ignoreErrors' })
})

test('[P6] blocked cookies: the page says so, and does not ask for the name again and again', async ({
  invite,
  host,
  baseURL,
}) => {
  const code = await gather(host)
  const forgetful = await layProxy(baseURL ?? '', { upgrades: 'forbidden', dropsCookies: true })
  const guest = await invite('Ben', 'phone', forgetful.url)

  await test.step('who comes by a link gives a name once', async () => {
    await guest.page.goto(`/room/${code}`)
    await guest.page.getByRole('button', { name: 'Join' }).click()
    await expect(guest.room.heading(refusal['no-cookies'])).toBeVisible()
    await inspect(guest, 'no-cookies')
  })
  await test.step('who comes by the front door has given it there', async () => {
    await guest.home.join(guest.name, code)
    await expect(guest.room.heading(refusal['no-cookies'])).toBeVisible()
  })
  await forgetful.close()
})

test('[R2] full room: a player who finds no seat may watch', async ({ host, guest, baseURL }) => {
  const code = await gather(host)
  const seated = await takeAllSeats(baseURL ?? '', code)
  await guest.home.join(guest.name, code)
  await expect(guest.room.heading(/room is full$/)).toBeVisible()
  await inspect(guest, 'room-full')
  await guest.page.getByRole('link', { name: 'Watch the game' }).click()
  const watching = guest.room.seat(guest.name).getByRole('img', { name: 'watching' })
  await expect(watching).toBeVisible()
  await guest.page.reload()
  await expect(watching).toBeVisible()
  seated.leave()
})
