import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { RoundRecord } from '#game/records/record'
import { rescore } from '#game/records/rescore'
import { settings } from '#game/settings'
import { moves, movesAndRestarts, play } from '#game/testing/moves'

function expectRescored({ game, drawings }: RoundRecord) {
  for (const record of drawings) {
    const { points, speed, cleanness, lock, wrongLocks } = record
    expect(rescore(record, record.guesses, game.edition)).toEqual({
      points,
      speed,
      cleanness,
      lock,
      wrongLocks,
    })
  }
}

test.each(['race', 'rush', 'relay'] as const)(
  '[R1] [S10] whatever people do in a %s, the room stands, and its records score the same again',
  (mode) => {
    fc.assert(
      fc.property(moves, (steps) => {
        const story = play(mode, steps)
        // A countdown nobody is there for goes on for as long as a seat is held.
        story.waits(60_000 + settings.seatHoldMs)
        for (const { record } of story.saw('roundFinished')) expectRescored(record)
        expect(['lobby', 'finished']).toContain(story.room.phase.name)
      }),
      { numRuns: 150 },
    )
  },
)

test('[R1] [R18] whatever people do round the restarts of a server, the room stands, ends, and scores the same again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('race' as const, 'rush' as const, 'relay' as const),
      movesAndRestarts,
      (mode, steps) => {
        const story = play(mode, steps)
        story.waits(settings.restoreWaitMs).waits(60_000 + settings.seatHoldMs)
        for (const { record } of story.saw('roundFinished')) expectRescored(record)
        expect(['lobby', 'finished']).toContain(story.room.phase.name)
      },
    ),
    { numRuns: 150 },
  )
})

test('[R1] [R15] a room without a timer comes to an end by itself, whoever is left in it', () => {
  fc.assert(
    fc.property(moves, (steps) => {
      const story = play('race', steps, 'none')
      for (const { record } of story.saw('roundFinished')) expectRescored(record)
      story.waits(2 * settings.untimedRoundMs + 60_000)
      expect(['lobby', 'finished']).toContain(story.room.phase.name)
    }),
    { numRuns: 100 },
  )
})

test('[R1] a room is its log of commands: the same log gives the same room', () => {
  fc.assert(
    fc.property(moves, (steps) => {
      expect(play('race', steps).room).toEqual(play('race', steps).room)
    }),
    { numRuns: 30 },
  )
})
