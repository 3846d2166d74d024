import { expect, test } from 'vitest'
import { ada, ben, cyd, dot, Story } from '#game/testing/stories'
import { viewRoom } from './view'

/** A game of one round that everybody joined from the network told. */
function played(from: readonly (readonly [string, string])[], between = (_: Story) => {}) {
  const story = new Story({ mode: 'race', rounds: 1, roundSeconds: 30 })
  for (const [id, network] of from) story.joins(id, false, network)
  story.starts(from[0]?.[0] ?? '')
  story.reaches('drawing')
  between(story)
  story.reaches('finished')
  const game = story.saw('game:finished').at(-1)
  const networks = game?.record.standings.map(({ player, network }) => [player.id, network] as const)
  return { story, networkOf: new Map(networks) }
}

test('[F8] the record of a game tells who shared an address, by a number that means nothing else', () => {
  const { networkOf } = played([
    [ada, 'home'],
    [ben, 'school'],
    [cyd, 'home'],
  ])
  expect(networkOf.get(ada)).toBe(networkOf.get(cyd))
  expect(networkOf.get(ben)).not.toBe(networkOf.get(ada))
})

test('[F8] a seat that changes its address counts for both, also when its player has left', () => {
  const { networkOf } = played(
    [
      [ada, 'home'],
      [ben, 'home'],
      [cyd, 'school'],
    ],
    (story) => {
      story.joins(ben, false, 'phone')
      story.does({ type: 'player:leave', playerId: ben })
    },
  )
  expect(networkOf.get(ben)).toBe(networkOf.get(ada))
  expect(networkOf.get(cyd)).not.toBe(networkOf.get(ada))
})

test('[F8] who shares an address with two others joins them', () => {
  const { networkOf } = played(
    [
      [ada, 'home'],
      [ben, 'school'],
      [cyd, 'phone'],
      [dot, 'elsewhere'],
    ],
    (story) => {
      story.joins(cyd, false, 'school')
      story.joins(cyd, false, 'home')
    },
  )
  expect(new Set([ada, ben, cyd].map((id) => networkOf.get(id))).size).toBe(1)
  expect(networkOf.get(dot)).not.toBe(networkOf.get(ada))
})

test('[F8] without a word about addresses everybody is on their own', () => {
  const story = new Story({ mode: 'race', rounds: 1, roundSeconds: 30 })
  for (const id of [ada, ben]) story.joins(id)
  story.starts(ada)
  story.reaches('finished')
  const game = story.saw('game:finished').at(-1)
  expect(new Set(game?.record.standings.map(({ network }) => network)).size).toBe(2)
})

test('[F8] no view tells of an address, and a room forgets those who are gone', () => {
  const { story } = played([
    [ada, 'home'],
    [ben, 'school'],
  ])
  expect(JSON.stringify(viewRoom(story.room, 0, story.now))).not.toMatch(/home|school|network/)
  story.does({ type: 'lobby:open', playerId: ada })
  story.does({ type: 'player:leave', playerId: ben })
  story.joins(cyd, false, 'home')
  expect(story.room.arrivals).toEqual([
    { playerId: ada, network: 'home' },
    { playerId: cyd, network: 'home' },
  ])
})

test('[F8] however often a seat changes its address, a room remembers a few', () => {
  const story = new Story()
  for (let change = 0; change < 500; change++) story.joins(ada, false, `network ${change}`)
  expect(story.room.arrivals.length).toBeLessThan(50)
  expect(story.room.arrivals.at(-1)?.network).toBe('network 499')
})

test('[F8] an address that is told again is remembered once, and that of who is neither seated nor in the game is forgotten', () => {
  const story = new Story({ rounds: 1, roundSeconds: 30 })
  story.joins(ada, false, 'home')
  story.joins(ada, false, 'home')
  story.joins(ben, false, 'home')
  story.starts(ada)
  story.reaches('drawing')
  story.joins(cyd, false, 'school')
  story.leaves(ben)
  story.leaves(cyd)
  story.joins(dot, false, 'phone')
  const told = story.room.arrivals.map(({ playerId, network }) => [playerId, network])
  expect(told).toEqual([
    [ada, 'home'],
    [ben, 'home'],
    [dot, 'phone'],
  ])
})

test('[F8] of one seat the newest sixteen addresses are remembered, whatever others have', () => {
  const story = new Story()
  story.joins(ben, false, 'school')
  for (let network = 0; network < 17; network++) story.joins(ada, false, String(network))
  const told = story.room.arrivals.map(({ playerId, network }) => [playerId, network])
  expect(told).toHaveLength(17)
  expect(told[0]).toEqual([ben, 'school'])
  expect(told[1]).toEqual([ada, '1'])
})
