import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { viewRoom } from '#game/room/view'
import { curve, inTime } from '#game/testing/hand'
import { ada, ben, draw, lift, point, Story } from '#game/testing/stories'
import { commandToLine, parseLog, snapshotToLine } from './journal-format'
import { replay } from './replay'

const tick = [draw(point(500, 500), point(500, 504)), lift]

function restore(text: string) {
  const { generation, fault } = parseLog(text)
  return { fault, restored: replay({ generations: generation ? [generation] : [] }) }
}

test('[R18] [S10] journal: a room that 0.5.0 left behind is restored, and its game goes on by the rules it began with', () => {
  const { fault, restored } = restore(readFileSync('server/testing/journal-of-0.5.0.ndjson', 'utf8'))
  expect(fault).toBeNull()
  const [round] = restored?.finished ?? []
  const drawings = round?.type === 'round:finished' ? round.record.drawings : []
  // As 0.5.0 itself scored this tick.
  expect(drawings[0]).toMatchObject({ points: 834, lock: { atMs: 600 } })
})

test('[R18] [F4] journal: a room that 0.6.0 left behind with whole records goes on: they leave once more, and their guesses are gone', () => {
  const { fault, restored } = restore(readFileSync('server/testing/journal-of-0.6.0.ndjson', 'utf8'))
  expect(fault).toBeNull()
  const [first, second, game] = restored?.finished.map(({ record }) => record) ?? []
  expect([first, second]).toMatchObject([{ round: 0 }, { round: 1 }])
  // As 0.6.0 itself scored and held this game.
  expect(game).toMatchObject({
    standings: [
      { player: { id: ada }, score: 1996, rank: 1, heldFor: ['too-soon', 'too-quick', 'quick-lock'] },
      { player: { id: ben }, score: 1660, rank: 2, heldFor: [] },
    ],
  })
  if (!restored) return
  const { phase } = viewRoom(restored.room, 0, restored.at)
  expect(phase).toMatchObject({ standings: [{ rounds: [998, 998] }, { rounds: [810, 850] }] })
  expect(JSON.stringify(restored.room.game)).not.toContain('guesses')
})

test('[F1] [R18] journal: a game that begins today goes by the rules of today after a restart, too', () => {
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
  expect(story.saw('drawing:locked')).toEqual([])
})

test('[R18] [R19] journal: a race that 0.7.0 left behind is the same again at the tempo it had, and goes on at it', () => {
  const { fault, restored } = restore(readFileSync('server/testing/journal-of-0.7.0.ndjson', 'utf8'))
  expect(fault).toBeNull()
  // As 0.7.0 itself scored it.
  expect(restored?.room.game?.standings).toMatchObject([
    { player: { id: ada }, score: 1728, rank: 1, locks: 2 },
    { player: { id: ben }, score: 695, rank: 2, locks: 2 },
  ])
  expect(restored?.room.phase).toMatchObject({
    name: 'reveal',
    ready: [],
    endsAt: (restored?.at ?? 0) + 6_000,
  })
})

test('[R18] [S10] journal: a rush that 0.8.0 left behind locks again without a lift', () => {
  const { fault, restored } = restore(readFileSync('server/testing/journal-of-0.8.0.ndjson', 'utf8'))
  expect(fault).toBeNull()
  // As 0.8.0 itself scored it.
  expect(restored?.room.game?.standings).toMatchObject([
    { player: { id: ada }, score: 1921, locks: 2, lockMs: 600 },
    { player: { id: ben }, score: 1689, locks: 2, lockMs: 1500 },
  ])
})

test('[R18] [R19] journal: a reveal in which nobody could be ready is read', () => {
  const text = readFileSync('server/testing/journal-of-0.7.0.ndjson', 'utf8')
  const { room, at } = restore(text).restored ?? {}
  if (room?.phase.name !== 'reveal' || at === undefined) throw new Error('no reveal in the journal')
  const { startedAt, ready: _, ...phase } = room.phase
  const snapshot = snapshotToLine(0, { room: { ...room, phase: phase as typeof room.phase }, at })
  expect(restore(snapshot).restored?.room.phase).toEqual({ ...phase, startedAt, ready: [] })
})

test('[R18] [F2] journal: a game that 0.15.0 left behind, which kept no reactions, goes on, and nothing is told of them', () => {
  const story = new Story({ rounds: 2, roundSeconds: 5 })
  story.joins(ada)
  story.joins(ben)
  story.starts(ada)
  story.reaches('drawing')
  story.draws(ada, inTime(curve(1), 0))
  story.guessed(ada, story.promptOf(ada), 990)
  story.reaches('reveal')
  const text = snapshotToLine(0, { room: story.room, at: story.now })
  expect(text).toContain('"reactionMs":')
  const { fault, restored } = restore(text.replaceAll(/"reactionMs":[^,}]+,?/g, ''))
  expect(fault).toBeNull()
  expect(JSON.stringify(restored?.room)).toContain('"reactionMs":null')
})
