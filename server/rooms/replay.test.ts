import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pauseRoom } from '#game/room/pause'
import type { Room } from '#game/room/room'
import { type Moves, moves, newStory, play } from '#game/testing/moves'
import { ada, ben } from '#game/testing/stories'
import { commandToLine, parseLog, snapshotToLine } from './journal-format'
import { replay } from './replay'

type Moment = { readonly room: Room; readonly at: number; readonly line: string }

/** A game, and the log that a server would have written of it: one line for each change, and the room after it. */
function logOf(mode: 'race' | 'rush' | 'relay', steps: Moves) {
  const story = newStory(mode)
  const begin = { room: story.room, at: story.now }
  const moments: Moment[] = []
  story.changed = (command, at) => {
    moments.push({ room: story.room, at, line: commandToLine(moments.length + 1, { command, at }) })
  }
  play(mode, steps, 'usual', story)
  return { begin, moments, story }
}

function restore(...texts: string[]) {
  const generations = texts.flatMap((text) => parseLog(text).generation ?? [])
  return replay({ generations })
}

test.each(['race', 'rush', 'relay'] as const)(
  '[R1] [R18] a server killed at any moment of a %s restores from snapshot and log the very room it had',
  (mode) => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(moves, share, share, share, (steps, snapshotShare, killShare, tornShare) => {
        const { begin, moments } = logOf(mode, steps)
        const killedAt = Math.floor(killShare * (moments.length - 1))
        const takenAt = Math.floor(snapshotShare * killedAt)
        const [taken, killed, next] = [moments[takenAt], moments[killedAt], moments[killedAt + 1]]
        if (!taken || !killed) return
        const linesTo = (from: number) => moments.slice(from, killedAt + 1).map(({ line }) => line)
        const line = next?.line ?? '\n'
        const torn = line.slice(0, Math.floor(tornShare * (line.length - 1)))
        const snapshot = snapshotToLine(takenAt + 1, taken)
        const log = linesTo(takenAt + 1).join('') + torn
        expect(restore(snapshot + log)).toMatchObject({ room: killed.room, at: killed.at })
        const older =
          snapshotToLine(0, begin) +
          moments
            .slice(0, takenAt + 1)
            .map(({ line }) => line)
            .join('')
        const newer = snapshot.slice(0, Math.floor(tornShare * (snapshot.length - 1)))
        expect(restore(older, newer)).toMatchObject({ room: taken.room, at: taken.at })
      }),
      { numRuns: 60 },
    )
  },
)

test('[R18] replay: all that finished is found in the log again, each once and a game after its rounds', () => {
  fc.assert(
    fc.property(moves, (steps) => {
      const { begin, moments, story } = logOf('race', steps)
      const lines = moments.map(({ line }) => line)
      const half = Math.floor(lines.length / 2)
      const middle = moments[half - 1]
      if (!middle) return
      const restored = restore(
        snapshotToLine(0, begin) + lines.slice(0, half).join(''),
        snapshotToLine(half, middle) + lines.slice(half).join(''),
      )
      const expected = story.events.filter(
        ({ type }) => type === 'round:finished' || type === 'game:finished',
      )
      const found = restored?.finished.filter((each, index, all) => all.indexOf(each) === index)
      expect(found?.map(({ record }) => record)).toEqual(
        expect.arrayContaining(uniqueBy(expected.map((event) => ('record' in event ? event.record : null)))),
      )
    }),
    { numRuns: 40 },
  )
})

/** All games of a story bear the same id; only the first of each round and game counts, as in the database. */
function uniqueBy<T>(records: readonly T[]): T[] {
  const keyOf = (record: T) =>
    JSON.stringify(record && typeof record === 'object' && 'round' in record ? record.round : 'end')
  return [...new Map([...records].reverse().map((record) => [keyOf(record), record])).values()]
}

test('[R18] replay: a room that is restored in a pause and killed again is the same room', () => {
  const story = newStory('race')
  for (const each of [ada, ben]) story.joins(each)
  story.starts(ada)
  story.reaches('drawing')
  story.waits(700)
  const room = pauseRoom(story.room, story.now, story.now + 90_000)
  const at = story.now + 95_000
  expect(restore(snapshotToLine(7, { room, at }))).toEqual({ room, at, finished: [] })
})

test('[R18] replay: a game whose end a room still shows leaves once more, though its log has begun anew since', () => {
  const story = newStory('race')
  story.joins(ada)
  story.starts(ada)
  story.reaches('finished')
  const finished = story.saw('game:finished')
  expect(finished).toHaveLength(1)
  const restored = restore(snapshotToLine(9, { room: story.room, at: story.now }))
  expect(restored?.finished).toEqual(finished)
})

test.each([
  ['another version', (text: string) => text.replace('"format":3', '"format":2')],
  ['another shape', (text: string) => text.replace('"isDaily"', '"isDayly"')],
  ['no JSON', () => 'digits\n'],
])('[R18] replay: a log of %s is not gone on with, and says why', (_, spoil) => {
  const { begin } = logOf('race', [])
  const { generation, fault } = parseLog(spoil(snapshotToLine(0, begin)))
  expect(generation).toBeNull()
  expect(fault).not.toBeNull()
})

test('[R18] replay: a line that is missing ends the log: what follows it would come out otherwise', () => {
  const { begin, moments } = logOf('race', [])
  const [first, , third] = moments
  const { generation, fault } = parseLog(snapshotToLine(0, begin) + first?.line + third?.line)
  expect(generation?.commands).toHaveLength(1)
  expect(fault).not.toBeNull()
})
