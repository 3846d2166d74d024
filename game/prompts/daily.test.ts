import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { type Digit, defaultRoomSettings } from '#game/protocol/scalars'
import { newDailyRoom } from '#game/room/room'
import { viewRoom } from '#game/room/view'
import { ada, ben, Story } from '#game/testing/stories'
import {
  arePromptsOf,
  commitmentOf,
  dailyPromptAt,
  dailySettings,
  dayFrom,
  dayOf,
  lastRevealedDay,
  nextDayAt,
  parseDay,
  revealedAt,
} from './daily'
import { promptAt } from './prompts'

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

test('[R14] a ranked try that a restart carries past the publication of its secret is ranked no more', () => {
  const story = atTheDaily()
  const daily = { day: dayOf(story.now), isRanked: true, secret: 'secret' }
  story.starts(ada, daily)
  const isRanked = () => viewRoom(story.room, 0, story.now).isRankedTry
  expect(isRanked()).toBe(true)
  story.restarts(revealedAt(daily.day) - story.now)
  expect(isRanked()).toBe(false)
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
  expect(viewRoom(story.room, 0, story.now)).toMatchObject({ isDaily: true, isRankedTry: true })
  story.reaches('finished')
  expect(story.saw('game:finished')[0]?.record.day).toBe(day)
  story.starts(ada, { day, isRanked: false })
  expect(viewRoom(story.room, 0, story.now)).toMatchObject({ isDaily: true, isRankedTry: false })
})

const secret = '5f'.repeat(32)
const sequence = Array.from({ length: 40 }, (_, index) => dailyPromptAt(secret, index))
const sha256 = (text: string) => createHash('sha256').update(text).digest()

test('[R14] anybody can check a secret against its hash, and the digits against the secret', () => {
  expect(commitmentOf(secret)).toBe(sha256(secret).toString('hex'))
  const seedOf = (run: number) => sha256(`${secret} ${run}`).readUInt32BE()
  expect(sequence).toEqual(sequence.map((_, index) => promptAt(seedOf, dailySettings.digits, index)))
})

test('[R14] the prompts of a game are those of its day’s secret, or one of them gives it away', () => {
  const drawings = sequence.map((prompt, index) => ({ prompt, index }))
  expect(arePromptsOf(secret, drawings)).toBe(true)
  expect(arePromptsOf('0a'.repeat(32), drawings)).toBe(false)
  const exchanged = drawings.map((drawing) => ({
    ...drawing,
    prompt: (drawing.index === 30 ? (drawing.prompt + 1) % 10 : drawing.prompt) as Digit,
  }))
  expect(arePromptsOf(secret, exchanged)).toBe(false)
})

test('[R14] a game draws the digits of its day’s secret, whatever its own seed, and tells nobody the secret', () => {
  const story = atTheDaily()
  story.starts(ada, { day, isRanked: true, secret })
  story.reaches('drawing')
  expect(story.phase('drawing').canvases[0]?.drawings[0]?.prompt).toBe(sequence[0])
  const told = () => JSON.stringify([viewRoom(story.room, 0, story.now), story.events])
  expect(told()).not.toContain(secret)
  story.reaches('finished')
  expect(told()).not.toContain(secret)
})

test('[R14] the digits of one run through them tell nothing of the next', () => {
  const after = (next: number) => (run: number) => (run === 0 ? 1 : next)
  const runs = [2, 3, 4].map((next) =>
    Array.from({ length: 20 }, (_, index) => promptAt(after(next), dailySettings.digits, index)).join(''),
  )
  expect(new Set(runs.map((run) => run.slice(0, 10))).size).toBe(1)
  expect(new Set(runs.map((run) => run.slice(10))).size).toBe(3)
})

test('[R14] a day’s secret is published when the longest game that began on it has ended', () => {
  const longest = (dailySettings.roundSeconds + 60) * 1_000
  expect(revealedAt(day) - Date.parse(dayFrom(day, 1))).toBeGreaterThan(longest)
  expect(lastRevealedDay(revealedAt(day) - 1)).toBe(dayFrom(day, -1))
  expect(lastRevealedDay(revealedAt(day))).toBe(day)
})

test('the day before the first of March is the last of February', () => {
  expect([dayFrom('2028-03-01', -1), dayFrom('2026-12-31', 1)]).toEqual(['2028-02-29', '2027-01-01'])
})

test('[R14] the day changes at midnight of UTC, for everybody', () => {
  const midnight = Date.UTC(2026, 10, 25)
  expect([dayOf(midnight - 1), dayOf(midnight)]).toEqual(['2026-11-24', '2026-11-25'])
  expect([nextDayAt(midnight - 1), nextDayAt(midnight)]).toEqual([midnight, midnight + 86_400_000])
})

const noon = Date.UTC(2026, 10, 24, 12)

test('daily: an address may ask for a day that has been', () => {
  expect(parseDay('2026-11-23', noon)).toBe('2026-11-23')
})

test('daily: what is no day, or has not come, is today', () => {
  const texts = [
    '2026-11-25',
    '2026-02-30',
    '2026-13-01',
    'yesterday',
    '2026-11-23 ',
    undefined,
    ['2026-11-23'],
  ]
  expect(texts.map((text) => parseDay(text, noon))).toEqual(texts.map(() => '2026-11-24'))
})
