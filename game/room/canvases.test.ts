import { expect, test } from 'vitest'
import { strokesOf } from '#game/drawing/ink'
import { promptAt } from '#game/prompts/prompts'
import { defaultRoomSettings, type RoomSettings } from '#game/protocol/scalars'
import { settings } from '#game/settings'
import { ada, answer, ben, cyd, draw, lift, point, Story } from '#game/testing/stories'
import { modeOf } from './modes'
import { currentDrawing, newRoom } from './room'

function playing(change: Partial<RoomSettings>, ...players: string[]): Story {
  const story = new Story({ rounds: 2, roundSeconds: 60, ...change })
  for (const id of players) story.joins(id)
  story.starts(players[0] ?? '')
  return story.reaches('drawing')
}

const drawingOf = (story: Story, id: string) => story.canvasOf(id).canvas?.drawings.at(-1)
const kindsOf = (story: Story, id: string) => drawingOf(story, id)?.ink.map(({ kind }) => kind)

test('[R6] each round of a race, and each drawing of a rush, has the next prompt of the seed', () => {
  const { digits } = defaultRoomSettings
  const [first, second] = [0, 1].map((index) => promptAt(7, digits, index))
  const race = playing({ mode: 'race' }, ada)
  expect(race.promptOf(ada)).toBe(first)
  race.reaches('reveal').reaches('drawing')
  expect(race.promptOf(ada)).toBe(second)
  const rush = playing({ mode: 'rush' }, ada)
  expect(rush.promptOf(ada)).toBe(first)
  rush.locks(ada, 500)
  rush.waits(settings.lockHoldMs)
  expect(rush.promptOf(ada)).toBe(second)
})

test('[R9] everybody is told whose prompt has changed, to which, and when', () => {
  const story = playing({ mode: 'rush' }, ada, ben)
  story.locks(ben, 500)
  story.waits(settings.lockHoldMs)
  const on = { canvas: 1, drawing: 1 }
  const prompt = story.promptOf(ben)
  expect(story.saw('prompt:changed')).toEqual([
    { type: 'prompt:changed', ...on, prompt, promptAtMs: 500 + settings.lockHoldMs },
  ])
})

test('[R9] a canvas has so many drawings and no more; the round goes on to its deadline', () => {
  const story = playing({ mode: 'rush', digits: [1] }, ada)
  for (let locks = 0; locks < settings.maxDrawingsPerCanvas; locks++) {
    story.locks(ada, 1)
    story.waits(settings.lockHoldMs)
  }
  expect(story.canvasOf(ada).canvas?.drawings).toHaveLength(settings.maxDrawingsPerCanvas)
  expect(drawingOf(story, ada)?.lock).not.toBeNull()
  story.waits(settings.penFinishMs + 1)
  expect(story.room.phase.name).toBe('drawing')
})

test('[S4] each wrong lock is told once, and the drawing goes on to its lock', () => {
  const story = playing({ digits: [7] }, ada, ben)
  const rest = () => {
    story.draws(ben, [draw(), lift])
    story.guessed(ben, 1, 990)
    story.waits(settings.wrongLockHoldMs)
  }
  rest()
  rest()
  const on = { type: 'drawing:wrong-locked', canvas: 1, drawing: 0 } as const
  expect(story.saw('drawing:wrong-locked')).toEqual([
    { ...on, wrongLocks: 1 },
    { ...on, wrongLocks: 2 },
  ])
  story.locks(ben, 100)
  story.waits(settings.lockHoldMs)
  expect(drawingOf(story, ben)).toMatchObject({ wrongLocks: 2, lock: { guessIndex: 2 } })
  expect(story.saw('drawing:wrong-locked')).toHaveLength(2)
})

test('[S3] a guess about a drawing that is over, or about no canvas, is ignored', () => {
  const story = playing({ mode: 'rush' }, ada)
  story.locks(ada, 500)
  story.waits(settings.lockHoldMs)
  story.draws(ada, [draw()])
  const told = story.events.length
  const guess = { opCount: 1, thousandths: answer(1, 990) }
  const makes = (canvas: number, drawing: number) =>
    story.does({ type: 'guess:make', round: 0, canvas, drawing, guess })
  expect([makes(0, 0), makes(0, 2), makes(9, 0)]).toEqual([undefined, undefined, undefined])
  expect(story.events).toHaveLength(told)
  makes(0, 1)
  expect(story.saw('guess:made').at(-1)).toEqual({ type: 'guess:made', canvas: 0, drawing: 1, guess })
})

test('[S3] a second guess about the same ink, or one about ink that has not come, is ignored', () => {
  const story = playing({}, ada)
  story.draws(ada, [draw()])
  const makes = (opCount: number) =>
    story.does({
      ...{ type: 'guess:make', round: 0, canvas: 0, drawing: 0 },
      guess: { opCount, thousandths: answer(1, 500) },
    })
  for (const opCount of [1, 1, 2]) makes(opCount)
  expect(drawingOf(story, ada)?.guesses.map(({ opCount }) => opCount)).toEqual([1])
  expect(story.saw('guess:made')).toHaveLength(1)
})

test('[D3] ink is told once, with the canvas and the drawing it is on', () => {
  const story = playing({}, ada, ben)
  story.draws(ben, [draw(), lift])
  const told = story.events.length
  expect(story.draws(ben, [draw(), lift], { from: 0 })).toBeUndefined()
  expect(story.events).toHaveLength(told)
  expect(story.saw('ink:added')).toMatchObject([{ canvas: 1, drawing: 0, from: 0 }])
})

test('[D3] ink for a drawing that has locked since is refused', () => {
  const story = playing({ mode: 'rush' }, ada)
  story.locks(ada, 500)
  story.waits(settings.lockHoldMs)
  const batch = { playerId: ada, round: 0, from: 2, ops: [draw()], lagMs: 0, isByKeyboard: false }
  expect(story.does({ type: 'ink:add', ...batch, drawing: 0 })).toBe('drawing-over')
  expect(story.does({ type: 'ink:add', ...batch, from: 0, drawing: 1 })).toBeUndefined()
})

test('[D4] ink that counts at the very deadline is in time, and so is the last a pen may finish with', () => {
  const late = playing({}, ada)
  late.reaches('judging')
  expect(late.draws(ada, [draw()])).toBeUndefined()
  const finishing = playing({}, ada, ben)
  finishing.locks(ada, 500)
  finishing.waits(settings.lockHoldMs + settings.penFinishMs)
  expect(finishing.draws(ada, [draw()])).toBeUndefined()
})

test('[D4] a drawing has room for so many ops and no more', () => {
  const story = playing({}, ada)
  const all = Array.from({ length: settings.maxOpsPerDrawing }, () => lift)
  expect(story.draws(ada, all)).toBeUndefined()
  expect(story.draws(ada, [lift])).toBe('ink-limit')
})

test('[D2] the times of a pen go on from the last point of all', () => {
  const story = playing({}, ada)
  story.waits(1_000)
  story.draws(ada, [draw(point(1, 1, 700), point(2, 2, 800), point(3, 3, 900)), lift])
  story.draws(ada, [draw(point(4, 4, 100))])
  expect(drawingOf(story, ada)?.ink.at(-1)).toMatchObject({ points: [point(4, 4, 900)] })
})

/** Those who share the one canvas of a relay, in the order in which they get the pen. */
function relay(...players: string[]) {
  const story = playing({ mode: 'relay' }, ...players)
  return { story, turns: story.phase('drawing').canvases[0]?.players ?? [] }
}
const penOf = (story: Story) => story.canvasOf(ada).canvas?.pen

test('[R8] the pen goes round: from each to the next, and from the last to the first', () => {
  const { story, turns } = relay(ada, ben, cyd)
  const holders = [0, 1, 2, 3].map(() => {
    const pen = penOf(story) ?? ''
    story.draws(pen, [draw()])
    story.draws(pen, [lift])
    return pen
  })
  expect(holders).toEqual([...turns, turns[0]])
})

test('[R8] who is away is passed over, from the middle of a team too', () => {
  const { story, turns } = relay(ada, ben, cyd)
  const [first = '', second = '', third = ''] = turns
  story.draws(first, [draw(), lift])
  story.does({ type: 'player:disconnect', playerId: third })
  story.draws(second, [draw(), lift])
  expect(penOf(story)).toBe(first)
})

test('[R8] what a pen drew after the lift that passed it on is not theirs to draw', () => {
  const { story, turns } = relay(ada, ben)
  story.draws(turns[0] ?? '', [draw(), lift, draw(), lift])
  expect(kindsOf(story, ada)).toEqual(['draw', 'lift'])
})

test('[R8] the budget of a pen is what its holder drew, and is spent when it is reached', () => {
  const { story, turns } = relay(ada, ben)
  const [first = '', second = ''] = turns
  const long = draw(point(0, 0), point(0, 900))
  story.draws(first, [long, lift])
  story.waits(300)
  story.draws(second, [long])
  expect(penOf(story)).toBe(second)
  story.draws(second, [draw(point(0, 900), point(0, 900 - (settings.relayInkBudget - 900)))])
  expect(penOf(story)).toBe(first)
  expect(drawingOf(story, ada)?.ink.at(-1)).toEqual({ kind: 'lift', atMs: 300 })
  expect(strokesOf(drawingOf(story, ada)?.ink ?? [])).toHaveLength(2)
})

test('[R8] nobody makes no team', () => {
  expect(modeOf({ ...defaultRoomSettings, mode: 'relay' }).seat([], 7)).toEqual([])
})

test('[R1] a new room is empty, and a canvas always has a drawing', () => {
  expect(newRoom('CDFGH', defaultRoomSettings)).toEqual({
    ...{ code: 'CDFGH', settings: defaultRoomSettings, isDaily: false, hasBeenPublic: false },
    ...{ players: [], hostId: null, banned: [], arrivals: [] },
    ...{ game: null, phase: { name: 'lobby' }, startsAt: null, pause: null },
  })
  expect(() => currentDrawing({ players: [], pen: ada, penSince: 0, drawings: [] })).toThrow(
    'without a drawing',
  )
})
