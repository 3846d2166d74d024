import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { ada, ben, draw, lift, point, Story } from '#game/testing/stories'

/** Two in a team: the one who has the pen, and the other. */
function relay() {
  const story = new Story({ mode: 'relay', roundSeconds: 60 })
  for (const id of [ada, ben]) story.joins(id)
  story.starts(ada)
  story.reaches('countdown')
  return story
}

const penOf = (story: Story) => story.canvasOf(ada).canvas?.pen
const otherThan = (id: string | undefined) => (id === ada ? ben : ada)
const line = (length: number) => draw(point(500, 0), point(500, length))

function drawing() {
  const story = relay().reaches('drawing')
  const first = penOf(story) ?? ''
  return { story, first, second: otherThan(first) }
}

test('[R8] the first pen is given to who is there, not to a teammate who has just lost the connection', () => {
  const holder = drawing().first
  const story = relay()
  story.does({ type: 'player:disconnect', playerId: holder })
  story.reaches('drawing')
  expect(story.canvasOf(holder).canvas?.players).toHaveLength(2)
  expect(penOf(story)).toBe(otherThan(holder))
})

test('[R8] with each new prompt the ink of a pen is counted anew, from its first stroke on', () => {
  const { story, first, second } = drawing()
  story.draws(first, [line(300), lift])
  expect(penOf(story)).toBe(second)
  story.draws(second, [line(300), lift])
  story.guessed(second, story.promptOf(second), 990)
  story.waits(settings.lockHoldMs)
  expect(story.canvasOf(second).canvas?.drawings).toHaveLength(2)
  expect(penOf(story)).toBe(first)
  const part = settings.relayInkBudget * 0.6
  story.draws(first, [line(part)])
  expect(penOf(story)).toBe(first)
  story.draws(first, [draw(point(500, 0), point(500, part))])
  expect(penOf(story)).toBe(second)
})

test('[R8] when time is up, a lift that was on its way passes no pen on', () => {
  const { story } = drawing()
  const { endsAt } = story.phase('drawing')
  story.waits(endsAt - story.now - 20)
  const last = penOf(story) ?? ''
  const passed = story.saw('pen:passed').length
  story.draws(last, [line(300)])
  story.reaches('judging').waits(20)
  expect(story.draws(last, [lift], { lagMs: 60 })).toBeUndefined()
  expect(penOf(story)).toBe(last)
  expect(story.saw('pen:passed')).toHaveLength(passed)
})

test('[R18] a room that has waited in vain for who has the pen goes on with the pen in another’s hand', () => {
  const { story, first, second } = drawing()
  story.draws(first, [line(300)])
  story.restarts(3_600_000)
  story.joins(second)
  expect(penOf(story)).toBe(first)
  story.waits(settings.restoreWaitMs)
  expect(story.room.pause).toBeNull()
  expect(penOf(story)).toBe(second)
})

test('[R9] a lock that only the end of the round decides brings no further prompt', () => {
  const story = new Story({ mode: 'rush', roundSeconds: 30 })
  story.joins(ada)
  story.starts(ada)
  story.reaches('drawing')
  const { endsAt } = story.phase('drawing')
  story.locks(ada, endsAt - story.now - settings.lockHoldMs / 2)
  story.reaches('reveal')
  expect(story.phase('reveal').drawings).toMatchObject([{ index: 0, lock: { guessIndex: 0 } }])
  expect(story.saw('prompt:changed')).toEqual([])
})

test('[S3] of a drawing the largest lag credit is kept, in whatever order its batches came', () => {
  const story = new Story()
  story.joins(ada)
  story.starts(ada)
  story.reaches('drawing').waits(1_000)
  for (const lagMs of [20, 90, 40]) story.draws(ada, [line(300), lift], { lagMs })
  expect(story.canvasOf(ada).canvas?.drawings[0]?.lagCreditMs).toBe(90)
})
