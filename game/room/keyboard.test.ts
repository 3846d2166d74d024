import { expect, test } from 'vitest'
import { clientMessages } from '#game/protocol/client-messages'
import { ada, ben, draw, lift, Story } from '#game/testing/stories'
import { viewRoom } from './view'

function racing() {
  const story = new Story({ rounds: 2 })
  story.joins(ada)
  story.joins(ben)
  story.starts(ada)
  return story.reaches('drawing')
}

test('[D5] what the arrow keys drew is marked on the canvas, in the record and in the result, and stays so', () => {
  const story = racing()
  story.draws(ada, [draw(), lift], { isByKeyboard: true })
  story.draws(ada, [draw(), lift])
  story.draws(ben, [draw(), lift])
  const { phase } = viewRoom(story.room, 0, story.now)
  expect(phase.name === 'drawing' && phase.canvases.map((canvas) => canvas.isByKeyboard)).toEqual([
    true,
    false,
  ])
  story.reaches('reveal')
  const [record] = story.saw('round:finished')
  expect(record?.record.drawings.map((drawing) => drawing.isByKeyboard)).toEqual([true, false])

  story.reaches('drawing')
  story.locks(ada, 100)
  story.locks(ben, 100)
  story.reaches('finished')
  const standings = story.saw('game:finished')[0]?.record.standings ?? []
  expect(
    Object.fromEntries(standings.map(({ player, isByKeyboard }) => [player.name, isByKeyboard])),
  ).toEqual({
    Ada: true,
    Ben: false,
  })
})

test('[D5] everybody is told with the ink', () => {
  const story = racing()
  story.draws(ada, [draw()], { isByKeyboard: true })
  story.draws(ben, [draw()])
  expect(story.saw('ink:added').map(({ isByKeyboard }) => isByKeyboard)).toEqual([true, false])
})

test('[D5] ink that says nothing of it comes from a hand', () => {
  const read = clientMessages['ink:add'].parse({ round: 0, drawing: 0, from: 0, inkText: 'A' })
  expect(read.isByKeyboard).toBe(false)
})
