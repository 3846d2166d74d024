import type { Locator } from '@playwright/test'
import { expect, test } from './fixtures'
import { look } from './look'

test('rush: each lock brings the next digit at once', async ({ host }) => {
  await host.home.makeRoom(host.name)
  await host.room.chooseMode('Rush')
  await host.room.start()
  for (let digits = 0; digits < 4; digits++) {
    const before = await host.room.readPrompt()
    const score = (await host.room.score.textContent()) ?? ''
    if (digits === 1) await look(host, 'rush')
    await host.room.write(before)
    await expect(host.room.score).not.toHaveText(score)
    await host.room.wipe()
    await expect(host.room.hint).toBeVisible()
  }
})

test('relay: two share one canvas, and the pen passes on with each stroke', async ({ host, guest }) => {
  await host.home.makeRoom(host.name)
  await guest.home.followLink(guest.name, await host.room.readCode())
  await expect(host.room.seat(guest.name)).toBeVisible()
  await host.room.chooseMode('Relay')
  // The beginnings of two 3s are not alike: one would not cover the other.
  await host.room.chooseOnly(3)
  await host.room.start()
  await expect(host.room.prompt).toBeVisible()
  const first = (await host.room.pad.getAttribute('data-drawable')) === 'true' ? host : guest
  const second = first === host ? guest : host
  await expect(second.page.getByText(`${first.name} has the pen`)).toBeVisible()
  await first.room.begin(await first.room.readPrompt())
  await expect(first.page.getByText(`${second.name} has the pen`)).toBeVisible()
  await expect(second.room.undo).toBeEnabled()
  await Promise.all([look(first, 'relay'), look(second, 'relay')])
  await second.room.begin(await second.room.readPrompt())
  await expect(second.page.getByText(`${first.name} has the pen`)).toBeVisible()
  // [D6] Both hands are on the one canvas of each, in their own inks.
  for (const { room } of [first, second]) await expect.poll(() => inksOn(room.pad)).toBe(2)
})

test('relay: the pen passes on by a tap, and by itself when it rests; the result keeps every hand’s colour', async ({
  host,
  guest,
}) => {
  await host.home.makeRoom(host.name)
  await guest.home.followLink(guest.name, await host.room.readCode())
  await expect(host.room.seat(guest.name)).toBeVisible()
  await host.room.chooseMode('Relay')
  await host.room.chooseOnly(3)
  await host.room.chooseTimer('None')
  await host.room.start()
  const hasPen = ({ room, page }: typeof host) => room.pad.and(page.locator('[data-drawable=true]'))
  const pass = ({ page }: typeof host) => page.getByRole('button', { name: 'Pass the pen' })
  await hasPen(host).waitFor()
  // A tap of the one who has it, and of nobody else.
  await expect(pass(guest)).toBeDisabled()
  await pass(host).click()
  await hasPen(guest).waitFor()
  await expect(pass(host)).toBeDisabled()
  // By itself: nobody draws, and it is back.
  await hasPen(host).waitFor()
  for (const player of [host, guest]) await player.room.begin(await player.room.readPrompt())
  await host.room.endRound.click()
  await expect(host.room.heading('What was drawn')).toBeVisible()
  await expect.poll(() => inksOn(host.page.getByRole('img', { name: /drawn by/ }).first())).toBe(2)
})

/** How many inks there are on a canvas, or on the first of a pad. */
function inksOn(picture: Locator): Promise<number> {
  return picture.evaluate((element) => {
    const canvas = element instanceof HTMLCanvasElement ? element : element.querySelector('canvas')
    const pixels = canvas?.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? []
    const seen = new Map<string, number>()
    for (let at = 0; at < pixels.length; at += 4) {
      if (pixels[at + 3] !== 255) continue
      const ink = [pixels[at], pixels[at + 1], pixels[at + 2]].join()
      seen.set(ink, (seen.get(ink) ?? 0) + 1)
    }
    return [...seen.values()].filter((count) => count > 20).length
  })
}
