import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { ada, ben, Story } from '#game/testing/stories'
import { newRoom } from './room'
import { step } from './step'

const pass = { type: 'time:pass' } as const

test('[R1] a deadline that does not pass ends the step with an error, not in a loop without an end', () => {
  const { room } = new Story()
  // No game belongs to this phase, so nothing can come of its end.
  const broken = { ...room, phase: { name: 'reveal', endsAt: 5_000, drawings: [] } } as const
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
