import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { ada, ben, cyd, dot, draw, lift, Story } from '#game/testing/stories'
import { nextDeadline } from './step'

const away = (story: Story, playerId: string) => story.does({ type: 'player:disconnect', playerId })
const idsIn = ({ room }: Story) => room.players.map(({ id }) => id)

function roomOf(...players: string[]): Story {
  const story = new Story({ roundSeconds: 60, timer: 'extended' })
  for (const id of players) story.joins(id)
  return story
}

test('[R4] who plays follows the host before who watches, and who watches before nobody', () => {
  const story = roomOf(ada)
  story.joins(dot, true)
  story.joins(ben)
  story.joins(cyd)
  story.leaves(ada)
  expect(story.room.hostId).toBe(ben)
  away(story, cyd)
  story.leaves(ben)
  expect(story.room.hostId).toBe(dot)
})

test('[R4] the host stays the host when others leave, or lose their seats', () => {
  const story = roomOf(ada, ben, cyd)
  story.leaves(cyd)
  expect(story.room.hostId).toBe(ada)
  away(story, ben)
  story.waits(settings.seatHoldMs)
  expect(idsIn(story)).toEqual([ada])
  expect(story.room.hostId).toBe(ada)
})

test('[R4] a host who is away for a moment stays the host, also when the seat of another runs out meanwhile', () => {
  const story = roomOf(ada, ben, cyd)
  away(story, ben)
  story.waits(settings.seatHoldMs - settings.hostHoldMs + 1)
  away(story, ada)
  story.waits(settings.hostHoldMs - 1)
  expect(idsIn(story)).toEqual([ada, cyd])
  expect(story.room.hostId).toBe(ada)
  story.waits(1)
  expect(story.room.hostId).toBe(cyd)
})

test('[R4] a room is woken to replace its host only where somebody is there to follow', () => {
  const story = roomOf(ada, ben)
  away(story, ada)
  expect(nextDeadline(story.room)).toBe(story.now + settings.hostHoldMs)
  away(story, ben)
  expect(nextDeadline(story.room)).toBe(story.now + settings.seatHoldMs)
})

test('[R3] of two who are away the one whose time is over loses the seat', () => {
  const story = roomOf(ada, ben, cyd)
  away(story, cyd)
  story.waits(1_000)
  away(story, ben)
  story.waits(settings.seatHoldMs - 1_000)
  expect(idsIn(story)).toEqual([ada, ben])
})

test('[R3] [R4] a host is replaced in mid-round, and nobody loses a seat in it, however long they have been away', () => {
  const story = roomOf(ada, ben, cyd)
  story.starts(ada)
  story.reaches('drawing')
  away(story, ben)
  story.waits(settings.seatHoldMs)
  away(story, ada)
  story.waits(settings.hostHoldMs)
  expect(story.room.hostId).toBe(cyd)
  expect(idsIn(story)).toEqual([ada, ben, cyd])
})

test('[R3] [R4] nor while the judge still looks at the round', () => {
  const story = roomOf(ada, ben, cyd)
  story.starts(ada)
  const { endsAt } = story.reaches('drawing').phase('drawing')
  story.draws(cyd, [draw(), lift])
  away(story, ben)
  story.waits(endsAt - story.now - settings.hostHoldMs + 1)
  away(story, ada)
  story.waits(settings.hostHoldMs)
  expect(story.room.phase.name).toBe('judging')
  expect(story.room.hostId).toBe(cyd)
  expect(idsIn(story)).toEqual([ada, ben, cyd])
})

test('[R5] only the host chooses the settings', () => {
  const story = roomOf(ada, ben)
  const chosen = { ...story.room.settings, rounds: 3 }
  expect(story.does({ type: 'settings:change', playerId: ben, settings: chosen })).toBe('not-host')
  expect(story.does({ type: 'settings:change', playerId: ada, settings: chosen })).toBeUndefined()
  expect(story.room.settings).toEqual(chosen)
  expect(story.does({ type: 'player:kick', playerId: ada, target: ben })).toBeUndefined()
})

test('[R5] hosts do not send themselves away, nor somebody who is not there', () => {
  const story = roomOf(ada, ben)
  expect(story.does({ type: 'player:kick', playerId: ada, target: ada })).toBe('no-such-player')
  expect(story.does({ type: 'player:kick', playerId: ada, target: cyd })).toBe('no-such-player')
  expect(idsIn(story)).toEqual([ada, ben])
})
