import { expect, test } from 'vitest'
import { presentEdition } from '#game/drawing/editions'
import { settings } from '#game/settings'
import { ada, ben, Story } from '#game/testing/stories'
import { newRoom } from './room'
import { step } from './step'

const pass = { type: 'time:pass' } as const

test('[R1] a deadline that does not pass ends the step with an error, not in a loop without an end', () => {
  const { room } = new Story()
  // No game belongs to this phase, so nothing can come of its end.
  const broken = {
    ...room,
    phase: { name: 'reveal', startedAt: 0, ready: [], endsAt: 5_000, totalMs: 5_000, drawings: [] },
  } as const
  expect(() => step(broken, pass, 5_000)).toThrow('does not get past 5000')
  expect(step(broken, pass, 4_999).room).toBe(broken)
})

test('[R1] [R3] however many seats are due at one moment, they are cleared in one step', () => {
  const story = new Story()
  const idOf = (seat: number) => `00000000-0000-4000-8000-${String(seat).padStart(12, '0')}`
  const seats = settings.maxPlayers + settings.maxSpectators
  for (let seat = 0; seat < seats; seat++) story.joins(idOf(seat), seat >= settings.maxPlayers)
  expect(story.room.players).toHaveLength(seats)
  for (let seat = 0; seat < seats; seat++) story.does({ type: 'player:disconnect', playerId: idOf(seat) })
  story.waits(settings.seatHoldMs)
  expect(story.room.players).toEqual([])
  expect(story.saw('room:emptied')).toHaveLength(1)
})

test('[R1] a step over several deadlines does what steps at each of them would have done', () => {
  const story = new Story({ rounds: 2, roundSeconds: 5 })
  story.joins(ada)
  story.joins(ben)
  story.starts(ada)
  const { room, now } = story
  story.reaches('finished')
  expect(step(room, pass, story.now).room).toEqual(story.room)
  expect(story.now).toBeGreaterThan(now)
})

test('[R1] a room in which nobody ever sat has not been emptied', () => {
  expect(step(newRoom('CDFGH', new Story().room.settings), pass, 0).events).toEqual([])
})

test('[R1] time that passes is refused in no phase, and in no pause', () => {
  const story = new Story()
  story.joins(ada)
  expect(story.does(pass)).toBeUndefined()
  story.starts(ada)
  story.reaches('drawing')
  story.restarts(1_000)
  expect(story.room.pause).not.toBeNull()
  expect(story.does(pass)).toBeUndefined()
})

test('[S3] a guess that comes when nobody draws is ignored, and is nobody’s mistake', () => {
  const story = new Story()
  story.joins(ada)
  const { room } = story
  const guess = { opCount: 1, thousandths: [] }
  expect(story.does({ type: 'guess:make', round: 0, canvas: 0, drawing: 0, guess })).toBeUndefined()
  expect(story.room).toBe(room)
})

test('[S10] a game that is begun again from a log keeps the edition it was begun with', () => {
  const story = new Story()
  story.joins(ada)
  const judge = { version: 'digits-v1', engine: 'wasm' } as const
  const start = { type: 'game:start', playerId: ada, gameId: ada, seed: 7, judge } as const
  const begun = step(story.room, { ...start, edition: 1 }, story.now).room.game
  expect(begun).toMatchObject({ edition: 1, players: [], standings: [], rounds: [], round: 0 })
  expect(step(story.room, start, story.now).room.game?.edition).toBe(presentEdition)
})
