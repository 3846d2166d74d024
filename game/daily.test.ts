import { expect, test } from 'vitest'
import { dailySeed, dailySettings, dayOf, nextDayAt } from './daily'
import { defaultRoomSettings } from './protocol/scalars'
import { newDailyRoom } from './room'
import { ada, ben, Story } from './testing/stories'
import { viewFor } from './view'

const day = '2026-11-24'

function atTheDaily() {
  const story = new Story()
  story.room = newDailyRoom('ACDFG')
  story.joins(ada)
  return story
}

test('[R13] a daily challenge is a rush of a minute with all ten digits, whatever its player asks for', () => {
  const story = atTheDaily()
  const refused = story.does({ type: 'settings:change', playerId: ada, settings: defaultRoomSettings })
  expect(refused).toBe('daily-settings')
  expect(story.room.settings).toEqual(dailySettings)
})

test('[R13] only who opened the room plays in it, and may come back to it', () => {
  const story = atTheDaily()
  expect(story.joins(ben)).toBe('room-locked')
  expect(story.joins(ben, true)).toBe('room-locked')
  story.does({ type: 'player:disconnect', playerId: ada })
  expect(story.joins(ada)).toBeUndefined()
})

test('[R14] its record says whose day it was, and its player sees whether it counts', () => {
  const story = atTheDaily()
  story.starts(ada, { day, isRanked: true })
  expect(viewFor(story.room, ada, 0, story.now)).toMatchObject({ isDaily: true, isRankedTry: true })
  story.reaches('finished')
  expect(story.saw('gameFinished')[0]?.record.day).toBe(day)
  story.starts(ada, { day, isRanked: false })
  expect(viewFor(story.room, ada, 0, story.now)).toMatchObject({ isDaily: true, isRankedTry: false })
})

test('[R14] the seed of a day can be worked out by anyone', () => {
  expect(dailySeed('2026-11-24')).toBe(252_310_503)
  expect(dailySeed('2026-11-25')).toBe(235_532_884)
})

test('[R14] the day changes at midnight of UTC, for everybody', () => {
  const midnight = Date.UTC(2026, 10, 25)
  expect([dayOf(midnight - 1), dayOf(midnight)]).toEqual(['2026-11-24', '2026-11-25'])
  expect([nextDayAt(midnight - 1), nextDayAt(midnight)]).toEqual([midnight, midnight + 86_400_000])
})
