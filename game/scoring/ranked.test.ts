import { expect, test } from 'vitest'
import { dailySettings } from '#game/prompts/daily'
import { defaultRoomSettings, roomSettings } from '#game/protocol/scalars'
import { isRanked } from './ranked'

test('[S12] a room as it comes is ranked; fewer digits, a bonus or another timer make it a game for fun', () => {
  expect(isRanked(defaultRoomSettings)).toBe(true)
  expect(isRanked(dailySettings)).toBe(true)
  expect(isRanked({ ...defaultRoomSettings, digits: [1, 7] })).toBe(false)
  expect(isRanked({ ...defaultRoomSettings, hasStreakBonus: true })).toBe(false)
  expect(isRanked({ ...defaultRoomSettings, timer: 'extended' })).toBe(false)
  expect(isRanked({ ...defaultRoomSettings, timer: 'none' })).toBe(false)
})

test('[S12] a game from before there was a choice of timers had the usual one', () => {
  const { timer: _, ...older } = defaultRoomSettings
  expect(isRanked(roomSettings.parse(older))).toBe(true)
})
