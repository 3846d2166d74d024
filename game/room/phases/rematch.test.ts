import { expect, test } from 'vitest'
import { newDailyRoom } from '#game/room/room'
import { ada, ben, cyd, dot, Story } from '#game/testing/stories'

function podium(...players: string[]) {
  const story = new Story({ rounds: 1, roundSeconds: 10 })
  for (const id of players) story.joins(id)
  story.starts(players[0] ?? '')
  return story.reaches('finished')
}

const asks = (story: Story, playerId: string) => story.does({ type: 'rematch:ask', playerId })
const isDue = (story: Story) => story.saw('game:due').length > 0

test('[R20] a rematch is due when more than half of those who are present have asked, the host among them or not', () => {
  const story = podium(ada, ben, cyd, dot)
  for (const id of [ben, cyd]) expect(asks(story, id)).toBeUndefined()
  expect(isDue(story), 'half is no majority').toBe(false)
  asks(story, dot)
  expect(isDue(story)).toBe(true)
  expect(story.starts(ada)).toBeUndefined()
  expect(story.reaches('finished').phase('finished').rematch).toEqual([])
})

test('[R20] who asks twice has one voice, and who is away or only watches has none', () => {
  const story = podium(ada, ben, cyd)
  story.joins(dot, true)
  expect(asks(story, dot)).toBe('not-playing')
  asks(story, cyd)
  const { room } = story
  asks(story, cyd)
  expect(story.room, 'nobody is told anything new').toBe(room)
  expect(story.phase('finished').rematch).toEqual([cyd])
  story.does({ type: 'player:disconnect', playerId: cyd })
  expect(isDue(story), 'it is counted when somebody asks').toBe(false)
  asks(story, ben)
  expect(isDue(story)).toBe(false)
  asks(story, ada)
  expect(isDue(story)).toBe(true)
})

test('[R20] a majority that a killed server did not act on is counted again when one of them asks again', () => {
  const story = podium(ada)
  asks(story, ada)
  asks(story, ada)
  expect(story.saw('game:due')).toHaveLength(2)
})

test('[R20] [R13] nobody asks in another phase, without a seat, or for a second try of the day', () => {
  const story = podium(ada)
  expect(asks(story, ben)).toBe('not-seated')
  story.does({ type: 'lobby:open', playerId: ada })
  expect(asks(story, ada)).toBe('not-now')
  const daily = new Story()
  daily.room = newDailyRoom('CDFGH')
  daily.joins(ada)
  daily.starts(ada, { day: '2026-11-28', isRanked: true })
  daily.reaches('finished')
  expect(asks(daily, ada)).toBe('daily-settings')
})
