import { expect, test } from 'vitest'
import { ada, ben, cyd, Story } from '#game/testing/stories'
import { viewRoom } from './view'

const tallyOf = (story: Story) => {
  const { phase } = viewRoom(story.room, 0, story.now)
  if (!('tally' in phase)) throw new Error(`no tally in ${phase.name}`)
  return phase.tally.map(({ name, rank, score, team }) => ({ name, rank, isScored: score > 0, team }))
}

test('[R21] all are told how they stand from the first countdown on, and who has left keeps their place', () => {
  const story = new Story({ rounds: 2, roundSeconds: 10 })
  for (const id of [ada, ben, cyd]) story.joins(id)
  story.starts(ada)
  expect(tallyOf(story)).toEqual([])
  story.reaches('drawing')
  story.locks(ben, 500)
  story.locks(ada, 900)
  story.leaves(ben)
  story.reaches('reveal')
  const standings = [
    { name: 'Ben', rank: 1, isScored: true, team: null },
    { name: 'Ada', rank: 2, isScored: true, team: null },
    { name: 'Cyd', rank: 3, isScored: false, team: null },
  ]
  for (const phase of ['reveal', 'countdown', 'drawing', 'judging'] as const) {
    story.reaches(phase)
    expect(tallyOf(story), phase).toEqual(standings)
  }
})

test('[R21] who shares a canvas is a team, at the results and on the podium', () => {
  const story = new Story({ mode: 'relay', roundSeconds: 30 })
  for (const id of [ada, ben, cyd]) story.joins(id)
  story.starts(ada)
  story.reaches('reveal')
  expect(tallyOf(story).map(({ team }) => team)).toEqual([0, 0, 0])
  story.reaches('finished')
  expect(viewRoom(story.room, 0, story.now).phase).toMatchObject({
    standings: [{ team: 0 }, { team: 0 }, { team: 0 }],
  })
})
