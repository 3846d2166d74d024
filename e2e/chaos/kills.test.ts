import { expect, test } from 'vitest'
import { runKills } from './kills'

test('[R18] chaos: a server killed in a countdown, a round and a reveal loses no game, no lock and no point', async () => {
  const { faults, games, locks } = await runKills({
    phases: ['countdown', 'drawing', 'reveal'],
    kills: 3,
    rooms: 2,
    players: 2,
    rounds: 1,
  })
  expect(faults).toEqual([])
  expect(games).toBeGreaterThan(0)
  expect(locks).toBeGreaterThan(0)
})
