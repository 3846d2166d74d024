import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PlayerId } from '#game/protocol/scalars'
import { type RoomView, roomView } from '#game/protocol/server-messages'
import type { RoundRecord } from '#game/records/record'
import { rescore } from '#game/records/rescore'
import { settings } from '#game/settings'
import { moves, movesAndRestarts, newStory, play } from '#game/testing/moves'
import { isCovered } from './covered'

/** Three rounds without a timer, each with a vote; and a countdown that nobody is there for goes on for as long as a seat is held. */
const longestGameMs = 3 * (2 * settings.untimedRoundMs + 20_000) + settings.seatHoldMs

/** The schema drops what it does not know, so a view that tells more than was promised differs. */
const expectPromised = (view: RoomView) => deepStrictEqual(roomView.parse(view), view)

/** Of a canvas that is covered a reader sees nothing but their own. */
function expectCovered({ phase, settings }: RoomView, reader: PlayerId) {
  if (!('canvases' in phase)) return
  for (const { players, cover, inkText, guess, prompt } of phase.canvases) {
    const isOwn = players.includes(reader)
    deepStrictEqual(cover !== undefined, isCovered(settings) && !isOwn)
    if (cover) deepStrictEqual([inkText, guess, prompt], ['', null, null])
  }
}

const expectHonest = (view: RoomView, reader: PlayerId) => {
  expectPromised(view)
  expectCovered(view, reader)
}

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

test.each(['race', 'rush', 'relay', 'fool'] as const)(
  '[R1] [S10] [R33] whatever people do in a %s, the room stands, and its records score the same again',
  (mode) => {
    fc.assert(
      fc.property(moves, (steps) => {
        const story = play(mode, steps, 'usual', undefined, expectHonest)
        story.waits(longestGameMs)
        for (const { record } of story.saw('round:finished')) expectRescored(record)
        expect(['lobby', 'finished']).toContain(story.room.phase.name)
      }),
      { numRuns: 150 },
    )
  },
)

test('[R1] [R18] whatever people do round the restarts of a server, the room stands, ends, and scores the same again', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('race' as const, 'rush' as const, 'relay' as const, 'fool' as const),
      movesAndRestarts,
      (mode, steps) => {
        const story = play(mode, steps, 'usual', undefined, expectHonest)
        story.waits(settings.restoreWaitMs).waits(longestGameMs)
        for (const { record } of story.saw('round:finished')) expectRescored(record)
        expect(['lobby', 'finished']).toContain(story.room.phase.name)
      },
    ),
    { numRuns: 150 },
  )
})

test('[R27] [S15] [R33] whatever people do with one stroke for each sum, the room stands, and its records score the same again', () => {
  const change = { sums: 'hard', modifier: 'one-stroke' } as const
  fc.assert(
    fc.property(
      fc.constantFrom('race' as const, 'rush' as const, 'relay' as const),
      movesAndRestarts,
      (mode, steps) => {
        const story = play(mode, steps, 'usual', newStory(mode, 'usual', change), expectHonest)
        story.waits(settings.restoreWaitMs).waits(longestGameMs)
        for (const { record } of story.saw('round:finished')) expectRescored(record)
        expect(['lobby', 'finished']).toContain(story.room.phase.name)
      },
    ),
    { numRuns: 100 },
  )
})

test('[R1] [R15] a room without a timer comes to an end by itself, whoever is left in it', () => {
  fc.assert(
    fc.property(fc.constantFrom('race' as const, 'fool' as const), moves, (mode, steps) => {
      const story = play(mode, steps, 'none')
      for (const { record } of story.saw('round:finished')) expectRescored(record)
      story.waits(longestGameMs)
      expect(['lobby', 'finished']).toContain(story.room.phase.name)
    }),
    { numRuns: 100 },
  )
})

test('[R1] a room is its log of commands: the same log gives the same room', () => {
  fc.assert(
    fc.property(fc.constantFrom('race' as const, 'fool' as const), moves, (mode, steps) => {
      expect(play(mode, steps).room).toEqual(play(mode, steps).room)
    }),
    { numRuns: 30 },
  )
})
