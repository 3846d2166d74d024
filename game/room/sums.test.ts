import { describe, expect, test } from 'vitest'
import { answerOfSum } from '#game/prompts/sums'
import type { Sum } from '#game/protocol/scalars'
import { roomView } from '#game/protocol/server-messages'
import { rescore } from '#game/records/rescore'
import { settings } from '#game/settings'
import { ada, ben, draw, lift, Story } from '#game/testing/stories'
import { viewRoom } from './view'

function playing(mode: 'race' | 'rush' = 'race'): Story {
  const story = new Story({ mode, rounds: 2, roundSeconds: mode === 'race' ? 10 : 30, sums: 'hard' })
  story.joins(ada)
  story.joins(ben)
  story.starts(ada)
  return story.reaches('drawing')
}

const shown = (story: Story) => roomView.parse(viewRoom(story.room, 0, story.now)).phase

describe('[R28] sums: the digit to be drawn is told nobody before the round is over', () => {
  test('a canvas shows the sum, and no prompt, to everybody, also once somebody was recognised', () => {
    const story = playing()
    story.locks(ben, 900)
    story.waits(settings.lockHoldMs)
    const phase = shown(story)
    if (phase.name !== 'drawing') throw new Error(phase.name)
    expect(phase.canvases.map(({ prompt }) => prompt)).toEqual([null, null])
    expect(phase.canvases.map(({ sum }) => sum && answerOfSum(sum))).toEqual([
      story.promptOf(ada),
      story.promptOf(ben),
    ])
  })

  test('everybody has the same sum in a round, and another in the next', () => {
    const story = playing()
    const sums = () => {
      const phase = shown(story)
      return phase.name === 'drawing' ? phase.canvases.map(({ sum }) => sum) : []
    }
    const [first, second] = sums()
    expect(first).toEqual(second)
    story.reaches('reveal').reaches('drawing')
    expect(sums()[0]).not.toEqual(first)
  })

  test('in a rush the next prompt is told as a sum alone', () => {
    const story = playing('rush')
    for (const id of [ada, ben]) {
      story.locks(id, 600)
      story.waits(settings.lockHoldMs)
    }
    const changes = story.saw('prompt:changed')
    expect(changes.map(({ prompt }) => prompt)).toEqual([null, null])
    expect(changes[0]?.sum).toEqual(changes[1]?.sum)
    expect(answerOfSum(changes[0]?.sum as Sum)).toBe(story.promptOf(ada))
  })

  test('the results show the sum with its answer', () => {
    const story = playing().reaches('reveal')
    const phase = shown(story)
    const [result] = phase.name === 'reveal' ? phase.drawings : []
    expect(result?.sum && answerOfSum(result.sum)).toBe(result?.prompt)
  })
})

test('[S15] a wrong answer that is well drawn is a wrong guess, and costs as one', () => {
  const story = playing()
  story.draws(ada, [draw(), lift])
  story.guessed(ada, (story.promptOf(ada) + 1) % 10, 990)
  story.waits(settings.wrongLockHoldMs)
  expect(story.saw('drawing:wrong-locked')).toHaveLength(1)
})

test('[S15] [S10] a record keeps its sum, and scores the same again by it', () => {
  const story = playing()
  story.locks(ada, 2_000)
  story.reaches('reveal')
  const record = story.saw('round:finished')[0]?.record
  const drawing = record?.drawings[0]
  if (!record || !drawing?.sum) throw new Error('no sum')
  const { lock, wrongLocks, points, speed, cleanness } = drawing
  const again = { lock, wrongLocks, points, speed, cleanness }
  expect(rescore(drawing, drawing.guesses, record.game.edition)).toEqual(again)
  const { sum: _, ...plain } = drawing
  expect(rescore(plain, drawing.guesses, record.game.edition).points).toBeLessThan(points)
})
