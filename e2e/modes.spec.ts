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
  await guest.home.join(guest.name, await host.room.readCode())
  await expect(host.room.seat(guest.name)).toBeVisible()
  await host.room.chooseMode('Relay')
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
})
