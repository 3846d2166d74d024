import { expect, test } from 'vitest'
import { ada, ben, Story } from '#game/testing/stories'
import { delayRoom } from './delay-room'
import { nextDeadline } from './step'

const hour = 3_600_000

function delayed(story: Story): Story {
  const after = new Story()
  after.now = story.now + hour
  after.room = delayRoom(story.room, hour)
  return after
}

test.each(['countdown', 'drawing', 'judging', 'reveal', 'finished'] as const)(
  '[R18] a room that was put aside in its %s goes on from there as if nothing had been',
  (phase) => {
    const story = new Story({ rounds: 1, isPublic: true })
    story.joins(ada)
    story.joins(ben)
    story.starts(ada)
    story.reaches(phase)
    story.does({ type: 'player:disconnect', playerId: ben })
    const after = delayed(story)
    expect(nextDeadline(after.room)).toBe(nextDeadline(story.room) + hour)
    for (const each of [story, after]) {
      each.joins(ben)
      if (phase === 'drawing') each.locks(ben, 400)
      each.reaches('finished')
    }
    expect(after.room.game?.standings).toEqual(story.room.game?.standings)
    expect(after.room.startsAt).toBe((story.room.startsAt ?? 0) + hour)
    expect(after.now).toBe(story.now + hour)
  },
)

test.each(['countdown', 'drawing', 'judging', 'reveal', 'finished'] as const)(
  '[R18] of the times of a %s only what has happened stays',
  (name) => {
    const story = new Story({ rounds: 1 })
    story.joins(ada)
    story.starts(ada)
    story.reaches(name)
    const before = Object.entries(story.room.phase)
    const later = before.map(([field, value]) => [
      field,
      field.endsWith('At') && field !== 'finishedAt' ? value + hour : value,
    ])
    expect(delayRoom(story.room, hour).phase).toEqual(Object.fromEntries(later))
  },
)
