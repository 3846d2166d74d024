import { expect, test } from 'vitest'
import { ada, ben, cyd, draw, lift, Story } from '#game/testing/stories'
import { commandToLine, parseLog, snapshotToLine } from './journal-format'
import { replay } from './replay'

const three = [ada, ben, cyd]

test.each([
  ['a seed of 32 bits, as before 0.12.0', 7],
  ['a seed of 53 bits', 2 ** 53 - 7],
])(
  '[R18] [R30] [R36] journal: with %s a server killed in the middle of a vote finds every vote, from its log and from a snapshot',
  (_, seed) => {
    const story = new Story({ mode: 'fool', rounds: 1, roundSeconds: 10 })
    for (const player of three) story.joins(player)
    const lines = [snapshotToLine(0, { room: story.room, at: story.now })]
    story.changed = (command, at) => lines.push(commandToLine(lines.length, { command, at }))
    story.starts(ada, undefined, undefined, seed)
    story.reaches('drawing')
    for (const player of three) {
      story.draws(player, [draw(), lift])
      story.guessed(player, (story.promptOf(player) + 1) % 10, 990)
      story.does({ type: 'round:ready', playerId: player, round: 0 })
    }
    story.reaches('voting')
    story.votes(ada, 0, 3)
    story.votes(ben, 1, 10)

    const { generation, fault } = parseLog(lines.join(''))
    expect(fault).toBeNull()
    const restored = replay({ generations: generation ? [generation] : [] })
    expect(restored?.room).toEqual(story.room)

    const snapshot = parseLog(snapshotToLine(0, { room: story.room, at: story.now }))
    expect(snapshot.fault).toBeNull()
    const again = replay({ generations: snapshot.generation ? [snapshot.generation] : [] })
    expect(again?.room.phase).toEqual(story.room.phase)

    story.reaches('reveal')
    const revealed = parseLog(snapshotToLine(0, { room: story.room, at: story.now }))
    expect(revealed.fault).toBeNull()
    expect(revealed.generation?.room.phase).toEqual(story.room.phase)
  },
)
