import { describe, expect, test } from 'vitest'
import { dailySettings } from '#game/prompts/daily'
import { sumLevels } from '#game/protocol/constants'
import { defaultRoomSettings, type RoomSettings, roomSettings } from '#game/protocol/scalars'
import { gameBoards, isOnBoard, isRanked, sumBoards, whatCounts } from './what-counts'

const countsWith = (changed: Partial<RoomSettings>, day: string | null = null) =>
  whatCounts({ settings: { ...defaultRoomSettings, ...changed }, day })

test('[S12] a room as it comes counts; fewer digits, a bonus or another timer make it a game for fun, whatever else it is', () => {
  expect(isRanked(defaultRoomSettings)).toBe(true)
  expect(isRanked(dailySettings)).toBe(true)
  const forFun = { board: null, hasDigitBoards: false, isRated: false }
  for (const day of [null, '2026-11-24']) {
    expect(countsWith({ digits: [1, 7] }, day)).toEqual({ ...forFun, reason: 'digits' })
    expect(countsWith({ hasStreakBonus: true }, day)).toEqual({ ...forFun, reason: 'streak' })
    expect(countsWith({ timer: 'extended' }, day)).toEqual({ ...forFun, reason: 'timer' })
    expect(countsWith({ timer: 'none' }, day)).toEqual({ ...forFun, reason: 'timer' })
    for (const modifier of ['mirror', 'blind', 'one-stroke', 'other-hand'] as const) {
      expect(countsWith({ modifier }, day)).toEqual({ ...forFun, reason: 'modifier' })
      expect(isRanked({ ...defaultRoomSettings, modifier })).toBe(false)
    }
  }
  expect(isRanked({ ...defaultRoomSettings, digits: [1, 7] })).toBe(false)
  expect(isRanked({ ...defaultRoomSettings, hasStreakBonus: true })).toBe(false)
  expect(isRanked({ ...defaultRoomSettings, timer: 'extended' })).toBe(false)
  expect(isRanked({ ...defaultRoomSettings, timer: 'none' })).toBe(false)
})

test('[S12] a game from before there was a choice of timers, sums and modifiers had the usual one and none', () => {
  const { timer: _, sums: _sums, modifier: _modifier, ...older } = defaultRoomSettings
  expect(roomSettings.parse(older)).toEqual(defaultRoomSettings)
  expect(whatCounts({ settings: roomSettings.parse(older), day: null })).toEqual(countsWith({}))
})

test('[S12] sums have boards of their own, by mode and level; they touch neither ratings nor the boards of digits', () => {
  const found = sumLevels.flatMap((sums) => [
    countsWith({ sums, rounds: 3 }),
    countsWith({ sums, mode: 'rush', roundSeconds: 60 }),
  ])
  expect(new Set(found.map(({ board }) => board))).toEqual(new Set(sumBoards))
  expect(gameBoards).toEqual(expect.arrayContaining(sumBoards))
  for (const counts of found)
    expect(counts).toMatchObject({ hasDigitBoards: false, isRated: false, reason: null })
  expect(countsWith({ sums: 'easy', rounds: 2 })).toMatchObject({ board: null, reason: 'rounds' })
  expect(countsWith({ sums: 'easy', mode: 'rush', roundSeconds: 30 })).toMatchObject({
    board: null,
    reason: 'seconds',
  })
  expect(countsWith({ sums: 'easy', mode: 'relay', roundSeconds: 60 })).toEqual(
    countsWith({ mode: 'relay', roundSeconds: 60 }),
  )
  expect(countsWith({ sums: 'easy', timer: 'none' }).reason).toBe('timer')
  expect(isRanked({ ...defaultRoomSettings, sums: 'hard' })).toBe(true)
  expect(isOnBoard(countsWith({ sums: 'easy' }), { rounds: 2, isByKeyboard: false })).toBe(false)
  expect(isOnBoard(countsWith({ sums: 'easy' }), { rounds: 3, isByKeyboard: false })).toBe(true)
})

test.each<[string | null, Partial<RoomSettings>]>([
  ['race', { rounds: 3 }],
  [null, { rounds: 2 }],
  ['rush-30', { mode: 'rush', roundSeconds: 30 }],
  ['rush-60', { mode: 'rush', roundSeconds: 60 }],
  [null, { mode: 'rush', roundSeconds: 45 }],
  ['relay', { mode: 'relay', roundSeconds: 60 }],
  [null, { mode: 'relay', roundSeconds: 45 }],
  [null, { timer: 'extended' }],
])('the board %s is that of games with %j', (board, changed) => {
  const counts = countsWith(changed)
  expect(counts.board).toBe(board)
  expect(counts.reason === null).toBe(board !== null)
})

test('[S12] without a board a game on equal terms says whether its rounds or their length are in the way', () => {
  expect(countsWith({ rounds: 2 }).reason).toBe('rounds')
  expect(countsWith({ mode: 'relay', roundSeconds: 45 }).reason).toBe('seconds')
})

test('[S12] a race that was played for fewer rounds than chosen counts by those that were played', () => {
  const race = { settings: { ...defaultRoomSettings, rounds: 5 }, day: null }
  expect(whatCounts({ ...race, rounds: 3 })).toMatchObject({ board: 'race', isRated: true })
  expect(whatCounts({ ...race, rounds: 2 })).toMatchObject({ board: null, isRated: false })
})

describe('[S12] ratings and boards of digits', () => {
  test('a relay has no board of digits, for no drawing in it is of one hand; a race of any length has', () => {
    expect(countsWith({ mode: 'relay', roundSeconds: 60 }).hasDigitBoards).toBe(false)
    expect(countsWith({ mode: 'rush' }).hasDigitBoards).toBe(true)
    expect(countsWith({ rounds: 1 })).toMatchObject({ hasDigitBoards: true, isRated: false })
  })

  test('a relay or rush of another length than the boards’ is rated, for its sides had the same', () => {
    expect(countsWith({ mode: 'relay', roundSeconds: 45, rounds: 1 }).isRated).toBe(true)
    expect(countsWith({ mode: 'rush', roundSeconds: 45, rounds: 1 }).isRated).toBe(true)
  })

  test('a game of a day counts on the board of that day alone: its prompts may be known', () => {
    expect(countsWith(dailySettings, '2026-11-24')).toEqual({
      ...{ board: 'daily', hasDigitBoards: false, isRated: false },
      reason: null,
    })
  })
})

describe('[S12] a result is on the board of its game', () => {
  const drawn = { rounds: 3, isByKeyboard: false }

  test('when it was drawn by hand', () => {
    for (const counts of [countsWith({}), countsWith({ mode: 'rush', roundSeconds: 30 })]) {
      expect(isOnBoard(counts, drawn)).toBe(true)
      expect(isOnBoard(counts, { ...drawn, isByKeyboard: true })).toBe(false)
    }
    expect(isOnBoard(countsWith({ digits: [1] }), drawn)).toBe(false)
  })

  test('in a race from three rounds on; who came later has fewer', () => {
    expect(isOnBoard(countsWith({}), { ...drawn, rounds: 2 })).toBe(false)
    expect(isOnBoard(countsWith({ mode: 'rush', roundSeconds: 60 }), { ...drawn, rounds: 1 })).toBe(true)
    expect(isOnBoard(countsWith(dailySettings, '2026-11-24'), { ...drawn, rounds: 1 })).toBe(true)
  })
})
