import { expect, test } from 'vitest'
import { decodeInk } from '#game/drawing/ink-codec'
import { roomView } from '#game/protocol/server-messages'
import { ada, ben, cyd, draw, lift, Story } from '#game/testing/stories'
import { viewRoom } from './view'

function racing() {
  const story = new Story({ rounds: 2 })
  story.joins(ada)
  story.joins(ben)
  story.starts(ada)
  return story
}

test('[V1] in every phase a view says what is on, in the form the protocol promises', () => {
  const story = new Story({ rounds: 2 })
  story.joins(ada)
  const names = new Set<string>()
  const look = () => {
    const view = roomView.parse(viewRoom(story.room, 3, story.now))
    names.add(view.phase.name)
    return view
  }
  look()
  story.starts(ada)
  for (const phase of ['countdown', 'drawing', 'judging', 'reveal', 'finished'] as const) {
    story.reaches(phase)
    look()
  }
  expect([...names]).toEqual(['lobby', 'countdown', 'drawing', 'judging', 'reveal', 'finished'])
})

test('[V1] a view of a round holds all ink, so that nobody comes back to a blank canvas', () => {
  const story = racing().reaches('drawing')
  story.draws(ben, [draw(), lift, draw()])
  const { phase } = viewRoom(story.room, 0, story.now)
  const inks = phase.name === 'drawing' ? phase.canvases.map(({ ink }) => decodeInk(ink).length) : []
  expect(inks).toEqual([0, 3])
})

test('[V1] a phase is worked out once for all who are shown it, and anew when something was drawn', () => {
  const story = racing().reaches('drawing')
  const viewPhase = () => viewRoom(story.room, 0, story.now).phase
  const before = viewPhase()
  expect(viewPhase()).toBe(before)
  story.draws(ben, [draw()])
  expect(viewPhase()).not.toEqual(before)
})

test('[V1] a drawing keeps name and colour of whoever drew it, though they have left', () => {
  const story = racing().reaches('drawing')
  story.draws(ben, [draw()])
  story.reaches('reveal')
  const drawersOf = () => {
    const { phase } = viewRoom(story.room, 0, story.now)
    return phase.name === 'reveal' ? phase.drawings.map(({ players }) => players) : []
  }
  const before = drawersOf()
  story.leaves(ben)
  expect(before.flat().map(({ id }) => id)).toContain(ben)
  expect(drawersOf()).toEqual(before)
})

test('[V2] nothing in a view gives the prompt away before its round', () => {
  const story = racing()
  expect(JSON.stringify(viewRoom(story.room, 0, story.now))).not.toMatch(/prompt|seed/)
  story.reaches('reveal').reaches('countdown')
  expect(JSON.stringify(viewRoom(story.room, 0, story.now))).not.toMatch(/prompt|seed/)
})

test('[V2] nobody sees who has consented to what', () => {
  const story = racing().reaches('reveal')
  story.joins(cyd, true)
  expect(JSON.stringify(viewRoom(story.room, 0, story.now))).not.toMatch(/onsent/)
})

test('[V1] the podium shows each round of each player', () => {
  const story = racing()
  for (const id of [ada, ben]) {
    story.reaches('drawing')
    story.locks(id, 300)
    story.reaches('reveal')
  }
  story.reaches('finished')
  const { phase } = viewRoom(story.room, 0, story.now)
  const standings = phase.name === 'finished' ? phase.standings : []
  expect(standings.map(({ rounds }) => rounds.map((points) => (points ?? 0) > 0))).toContainEqual([
    true,
    false,
  ])
  for (const { rounds, score } of standings) {
    expect(rounds.reduce<number>((sum, points) => sum + (points ?? 0), 0)).toBe(score)
  }
})
