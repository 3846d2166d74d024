import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { ada, draw, lift, point, Story } from '#game/testing/stories'
import { commandToLine, parseLog, snapshotToLine } from './journal-format'
import { replay } from './replay'

const tick = [draw(point(500, 500), point(500, 504)), lift]

function restore(text: string) {
  const { generation, fault } = parseLog(text)
  return { fault, restored: replay({ generations: generation ? [generation] : [] }) }
}

test('[R18] [S10] a room that 0.5.0 left behind is restored, and its game goes on by the rules it began with', () => {
  const { fault, restored } = restore(readFileSync('server/testing/journal-of-0.5.0.ndjson', 'utf8'))
  expect(fault).toBeNull()
  const [round] = restored?.finished ?? []
  const drawings = round?.type === 'roundFinished' ? round.record.drawings : []
  // As 0.5.0 itself scored this tick.
  expect(drawings[0]).toMatchObject({ points: 834, lock: { atMs: 600 } })
})

test('[F1] [R18] a game that begins today goes by the rules of today after a restart, too', () => {
  const story = new Story({ rounds: 2, roundSeconds: 5, digits: [1] })
  story.joins(ada)
  const lines = [snapshotToLine(0, { room: story.room, at: story.now })]
  story.changed = (command, at) => lines.push(commandToLine(lines.length, { command, at }))
  story.starts(ada)
  story.reaches('drawing')
  story.draws(ada, tick)
  story.guessed(ada, 1, 990)
  story.reaches('reveal')
  const { restored } = restore(lines.join(''))
  expect(restored?.room).toEqual(story.room)
  expect(story.saw('drawingLocked')).toEqual([])
})
