import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { ada, ben, cyd, draw, lift, Story } from '#game/testing/stories'

function playing(...players: string[]): Story {
  const story = new Story({ rounds: 2, roundSeconds: 10 })
  for (const id of players) story.joins(id)
  story.starts(players[0] ?? '')
  return story.reaches('drawing')
}

test('[R5] [R7] the host alone opens the lobby again, from the podium alone, and the game is over by it', () => {
  const story = playing(ada, ben)
  const opens = (playerId: string) => story.does({ type: 'lobby:open', playerId })
  expect(opens(ada)).toBe('not-now')
  story.reaches('finished')
  expect(opens(ben)).toBe('not-host')
  expect(opens(ada)).toBeUndefined()
  expect(story.room).toMatchObject({ game: null, phase: { name: 'lobby' } })
  expect(opens(ada)).toBe('not-now')
})

test('[R5] settings are chosen in the lobby alone', () => {
  const story = playing(ada)
  const chooses = () =>
    story.does({ type: 'settings:change', playerId: ada, settings: { ...story.room.settings, rounds: 4 } })
  expect(chooses()).toBe('not-now')
  story.reaches('finished')
  expect(chooses()).toBe('not-now')
  story.does({ type: 'lobby:open', playerId: ada })
  expect(chooses()).toBeUndefined()
})

test('[R7] each phase lasts as long as it is said to', () => {
  const story = new Story({ rounds: 1, roundSeconds: 10 })
  story.joins(ada)
  story.starts(ada)
  const began = story.now
  expect(story.phase('countdown').endsAt).toBe(began + settings.countdownMs)
  const { startedAt, endsAt, leftAt } = story.reaches('drawing').phase('drawing')
  expect([startedAt, leftAt, endsAt]).toEqual([story.now, story.now, story.now + 10_000])
  story.draws(ada, [draw()])
  const judging = story.reaches('judging').phase('judging')
  expect(judging).toMatchObject({ startedAt, drawnAt: endsAt, endsAt: endsAt + settings.judgingMs })
  story.reaches('reveal')
  expect(story.now).toBe(judging.endsAt)
  expect(story.phase('reveal').endsAt).toBe(story.now + settings.revealMs)
  const { endsAt: over } = story.phase('reveal')
  expect(story.reaches('finished').phase('finished').finishedAt).toBe(over)
})

test('[R7] a game remembers all who drew in it, each once, under the label of their last round', () => {
  const story = playing(ada, ben)
  story.leaves(ben)
  story.joins(cyd)
  story.reaches('reveal').reaches('drawing')
  expect(story.room.game?.players.map(({ id }) => id)).toEqual([ben, ada, cyd])
})

test('[R7] ink and guesses of a round that is being judged still count, those of another round do not', () => {
  const story = playing(ada)
  story.draws(ada, [draw(), lift])
  story.reaches('judging')
  const guess = {
    opCount: 2,
    thousandths: Array.from({ length: 11 }, (_, label) => (label === story.promptOf(ada) ? 990 : 1)),
  }
  const makes = (round: number) => story.does({ type: 'guess:make', round, canvas: 0, drawing: 0, guess })
  expect(makes(1)).toBeUndefined()
  expect(story.saw('guess:made')).toEqual([])
  expect(story.draws(ada, [draw()], { from: 9 })).toBe('ink-gap')
  expect(makes(0)).toBeUndefined()
  expect(story.saw('guess:made')).toHaveLength(1)
  const { drawnAt } = story.phase('judging')
  story.reaches('reveal')
  expect(story.now).toBe(drawnAt + settings.maxLagCreditMs)
  const [finished] = story.saw('round:finished')
  expect(finished?.record).toMatchObject({
    ...{ round: 0, startedAt: drawnAt - 10_000, endedAt: story.now },
    drawings: [{ canvas: 0, index: 0, lock: { guessIndex: 0 } }],
  })
})

test('[S3] a guess about another round is ignored while people draw, too', () => {
  const story = playing(ada)
  story.draws(ada, [draw()])
  const { room } = story
  const guess = { opCount: 1, thousandths: [] }
  expect(story.does({ type: 'guess:make', round: 1, canvas: 0, drawing: 0, guess })).toBeUndefined()
  expect(story.room).toBe(room)
})

test('[R7] no start and no end of a round ends a countdown, a round that is judged, or a reveal', () => {
  const story = new Story({ rounds: 1, roundSeconds: 10 })
  story.joins(ada)
  story.starts(ada)
  const asks = () => [story.starts(ada), story.does({ type: 'round:end', playerId: ada })]
  for (const name of ['countdown', 'judging', 'reveal'] as const) {
    story.reaches(name)
    expect(asks()).toEqual(['not-now', 'not-now'])
    expect(story.room.phase.name).toBe(name)
  }
})

test('[R8] a stroke that is down ends at the moment its holder goes, and everybody is told', () => {
  const story = new Story({ mode: 'relay', roundSeconds: 30 })
  for (const id of [ada, ben]) story.joins(id)
  story.starts(ada)
  const [first = '', second = ''] = story.reaches('drawing').phase('drawing').canvases[0]?.players ?? []
  story.waits(500)
  story.draws(first, [draw()])
  story.waits(250)
  story.does({ type: 'player:disconnect', playerId: first })
  expect(story.saw('ink:added').at(-1)).toEqual({
    ...{ type: 'ink:added', canvas: 0, drawing: 0, from: 1, isByKeyboard: false },
    ops: [{ kind: 'lift', atMs: 750 }],
  })
  expect(story.saw('pen:passed')).toEqual([{ type: 'pen:passed', canvas: 0, drawing: 0, pen: second }])
  expect(story.canvasOf(ada).canvas).toMatchObject({ pen: second, penSince: 2 })
})
