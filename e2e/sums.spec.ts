import { gather } from './actor'
import { expect, test } from './fixtures'

test('[R28] sums: two players work one out; what the other draws and the answer are shown with the results', async ({
  host,
  guest,
  invite,
}) => {
  const code = await gather(host, guest)
  await host.room.chooseRounds(1)
  await host.room.chooseSums('Hard')
  const tv = await invite('TV', 'tv')
  await tv.page.goto(`/tv/${code}`)
  await expect(tv.page.getByText('Sums: Hard')).toBeVisible()
  await host.room.start()
  const answer = await host.room.readPrompt()
  const sum = (await host.room.prompt.textContent()) ?? ''
  expect(sum).toMatch(/\d+\s[×÷]\s\d+/)
  expect(sum).not.toContain('=')
  await expect(guest.room.prompt).toHaveText(sum)
  await expect(tv.room.prompt).toHaveText(sum)
  const covered = (name: string) => `The canvas of ${name}: Covered until the round is over`
  await expect(host.page.getByRole('img', { name: covered(guest.name) })).toBeVisible()
  await expect(tv.page.getByRole('img', { name: covered(guest.name) })).toBeVisible()
  await expect(host.page.getByRole('meter', { name: 'How close this is to the answer' })).toHaveCount(2)
  const meterOf = (name: string) => host.page.getByRole('meter', { name: new RegExp(`^${name} How close`) })
  await expect(meterOf(guest.name)).toHaveCount(1)

  await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  for (const { room } of [host, tv]) {
    await expect(room.heading(new RegExp(`^Round 1 : .*=\\s${answer}`))).toBeVisible()
  }
  await expect(host.room.podium).toBeVisible()
  await host.page.getByRole('link', { name: 'Watch the replay' }).click()
  await expect(host.page.getByText(/Sums: Hard/)).toBeVisible()
  await host.page.getByRole('button', { name: 'Check this game' }).click()
  await expect(host.page.getByText('All scores match.')).toBeVisible()
})
