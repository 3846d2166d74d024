import { expect, test } from 'vitest'
import { decodeInk } from '#game/drawing/ink-codec'
import { roomView } from '#game/protocol/server-messages'
import { settings } from '#game/settings'
import { ada, answer, ben, cyd, draw, lift, Story } from '#game/testing/stories'
import { heldPlayers, viewRoom } from './view'

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
  const inks = phase.name === 'drawing' ? phase.canvases.map(({ inkText }) => decodeInk(inkText).length) : []
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

test('[V1] a view says of each seat who sits there, who is the host, who is away, and what they have', () => {
  const story = new Story({ rounds: 1 })
  story.joins(ada)
  story.joins(ben)
  story.joins(cyd, true)
  story.starts(ada)
  story.reaches('drawing')
  story.locks(ben, 500)
  story.reaches('reveal')
  story.does({ type: 'player:disconnect', playerId: ben })
  const points = story.saw('drawing:locked')[0]?.points
  const seat = { isSpectator: false, isConnected: true, isHost: false, score: 0, votesAgainst: 0 }
  expect(viewRoom(story.room, 0, story.now).seats).toEqual([
    { ...seat, id: ada, name: 'Ada', colour: 0, isHost: true },
    { ...seat, id: ben, name: 'Ben', colour: 1, isConnected: false, score: points },
    { ...seat, id: cyd, name: 'Cyd', colour: 2, isSpectator: true },
  ])
})

test('[V1] a canvas is shown with its pen, its present drawing, and what it has earned in the round', () => {
  const story = new Story({ mode: 'rush', roundSeconds: 60 })
  story.joins(ada)
  story.starts(ada)
  story.reaches('drawing')
  story.draws(ada, [draw()], { isByKeyboard: true })
  for (let locks = 0; locks < 2; locks++) {
    story.locks(ada, 500)
    story.waits(settings.lockHoldMs)
  }
  story.draws(ada, [draw()])
  story.guessed(ada, 4, 300)
  story.draws(ada, [lift])
  story.guessed(ada, 5, 400)
  const points = story.saw('drawing:locked').map((event) => event.points)
  expect(points).toHaveLength(2)
  const { phase } = viewRoom(story.room, 0, story.now)
  expect(phase.name === 'drawing' && phase.canvases).toMatchObject([
    {
      ...{ players: [ada], pen: ada, drawing: 2, lock: null, wrongLocks: 0, isByKeyboard: true },
      guess: { opCount: 2, thousandths: answer(5, 400) },
      points: (points[0] ?? 0) + (points[1] ?? 0),
    },
  ])
})

test('[V1] a result says how sure each guess was of the prompt', () => {
  const story = new Story({ rounds: 1, digits: [7] })
  story.joins(ada)
  story.starts(ada)
  story.reaches('drawing')
  story.draws(ada, [draw()])
  story.guessed(ada, 7, 300)
  story.draws(ada, [lift])
  story.guessed(ada, 1, 800)
  story.reaches('reveal')
  const { phase } = viewRoom(story.room, 0, story.now)
  expect(phase.name === 'reveal' && phase.drawings[0]?.guesses).toEqual([
    { opCount: 1, promptThousandths: answer(7, 300)[7] },
    { opCount: 2, promptThousandths: answer(1, 800)[7] },
  ])
})

test('[F4] [V1] who is held is told nobody before the game is over', () => {
  const story = racing().reaches('drawing')
  expect(heldPlayers(story.room)).toEqual([])
  expect(heldPlayers(new Story().room)).toEqual([])
})
