import { gather } from './actor'
import { expect, test } from './fixtures'
import { inspect } from './look'

test('[R19] [R20] pace: ready goes on, who waits can talk, leaving asks once, a rematch is asked for', async ({
  host,
  guest,
}) => {
  await gather(host, guest)
  await host.room.chooseRounds(2)
  // Results stay for longer: there is much to look at.
  await host.room.chooseTimer('Double')
  await host.room.start()
  const standings = (player: typeof host) => player.page.getByRole('list', { name: 'Standings' })

  await test.step('three drops and no digit before a round', async () => {
    await expect(guest.page.getByTestId('drops')).toBeVisible()
    await expect(guest.page.getByTestId('drops')).toHaveText('')
  })

  await test.step('who has been recognised talks to who has not, and both see how they stand', async () => {
    await host.room.drawPrompt()
    await expect(guest.page.getByText(/^2nd, \d+ behind$/)).toBeVisible()
    await expect(host.page.getByText(/^You lead by \d+$/)).toBeVisible()
    await host.page.getByRole('button', { name: 'Wow' }).click()
    await expect(guest.page.getByRole('listitem').filter({ hasText: `${host.name}Wow` })).toBeVisible()
    await guest.room.drawPrompt()
  })

  await test.step('the results have standings; leaving asks, and staying goes on', async () => {
    await expect(standings(host).getByRole('listitem')).toHaveCount(2)
    await expect(standings(host).getByRole('listitem').filter({ hasText: 'you' })).toBeVisible()
    await guest.page.getByRole('button', { name: 'Leave the room' }).click()
    await guest.page.getByRole('button', { name: 'Stay' }).click()
  })

  await test.step('when both are ready, the next round begins', async () => {
    await Promise.all([host.room.drawPrompt(), guest.room.drawPrompt()])
  })

  await test.step('the podium says how one did, and one of two asks for a rematch', async () => {
    for (const player of [host, guest]) {
      await expect(player.room.podium).toBeVisible()
      await expect(player.page.getByRole('img', { name: /^Your best drawing: \d$/ })).toBeVisible()
    }
    await inspect(guest, 'podium-own')
    await guest.page.getByRole('button', { name: 'Rematch!' }).click()
    for (const { page } of [host, guest]) await expect(page.getByText('1 of 2 want a rematch')).toBeVisible()
    await host.page.getByRole('button', { name: 'Play again' }).click()
  })

  await test.step('the question before leaving outlives the round, and who leaves comes back', async () => {
    await guest.room.drawPrompt()
    await guest.page.getByRole('button', { name: 'Leave the room' }).click()
    await host.room.drawPrompt()
    await expect(standings(host).getByRole('listitem')).toHaveCount(2)
    await guest.page.getByRole('button', { name: 'Leave', exact: true }).click()
    await expect(guest.room.heading('You have left the room')).toBeVisible()
    await guest.page.getByRole('button', { name: 'Rejoin' }).click()
    await expect(guest.room.heading(/^Round/)).toBeVisible()
  })
})
