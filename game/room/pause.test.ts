import { expect, test } from 'vitest'
import { strokesOf } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { ada, ben, cyd, draw, lift, point, Story } from '#game/testing/stories'
import { presentPlayers, type Room } from './room'
import { viewRoom } from './view'

const hour = 3_600_000

function playing(changes: object = {}): Story {
  const story = new Story({ rounds: 2, ...changes })
  story.joins(ada)
  story.joins(ben)
  story.starts(ada)
  return story
}

/** How much time the phase has left, by the room's own clock. */
function leftMs({ room, now }: Story): number {
  const endsAt = 'endsAt' in room.phase ? room.phase.endsAt : Number.NaN
  return endsAt - (room.pause?.at ?? now)
}

test.each(['countdown', 'drawing', 'judging', 'reveal'] as const)(
  '[R18] a room restored in its %s stands still until everybody is back, and goes on as if nothing had been',
  (phase) => {
    const story = playing().reaches(phase)
    if (phase === 'drawing') story.draws(ada, [draw(), lift])
    const [left, canvases] = [leftMs(story), 'canvases' in story.room.phase ? story.room.phase.canvases : []]
    story.restarts(hour)
    story.waits(2_000)
    story.joins(ben)
    story.waits(2_000)
    expect(story.room.phase.name).toBe(phase)
    expect(leftMs(story)).toBe(left)
    expect(presentPlayers(story.room)).toHaveLength(2)
    story.joins(ada)
    expect(story.room.pause).toBeNull()
    expect(leftMs(story)).toBe(left)
    expect('canvases' in story.room.phase ? story.room.phase.canvases : []).toEqual(canvases)
  },
)

test('[R18] a room waits for so long and no longer; who is missing then is away from that moment on', () => {
  const story = playing().reaches('drawing').restarts(hour)
  story.joins(ada)
  story.waits(settings.restoreWaitMs - 1)
  expect(story.room.pause?.missing).toEqual([ben])
  const left = leftMs(story)
  story.waits(1)
  expect(story.room.pause).toBeNull()
  expect(leftMs(story)).toBe(left)
  expect(story.room.players.find(({ id }) => id === ben)?.lostAt).toBe(story.now)
})

test('[R18] nobody hurries the first one back: the round of the others is not over', () => {
  const story = playing().reaches('drawing')
  story.locks(ada, 300)
  story.waits(settings.lockHoldMs + 10)
  story.restarts(hour)
  story.joins(ada)
  story.waits(settings.restoreWaitMs / 2)
  expect(story.room.phase.name).toBe('drawing')
  story.joins(ben)
  story.locks(ben, 500)
  expect(
    story
      .reaches('reveal')
      .phase('reveal')
      .drawings.map(({ lock }) => lock !== null),
  ).toEqual([true, true])
})

test('[R18] nothing is played in a pause, but what the judge says of ink that had arrived holds', () => {
  const story = playing().reaches('drawing').waits(400)
  story.draws(ada, [draw(), lift])
  story.restarts(hour)
  expect(story.draws(ada, [draw()])).toBe('paused')
  expect(story.does({ type: 'round:end', playerId: ada })).toBe('paused')
  expect(story.guessed(ada, story.promptOf(ada), 990)).toBeUndefined()
  story.joins(ada)
  story.joins(ben)
  story.waits(settings.lockHoldMs)
  expect(story.canvasOf(ada).canvas?.drawings[0]?.lock?.atMs).toBe(400)
})

test('[R18] a stroke that was down when the server went does not go on in the next', () => {
  const story = playing().reaches('drawing').waits(700)
  story.draws(ada, [draw(point(100, 100), point(100, 900))])
  story.draws(ben, [draw(), lift])
  story.waits(200)
  story.restarts(hour)
  for (const each of [ada, ben]) story.joins(each)
  expect(story.saw('ink:added').slice(2)).toMatchObject([
    { canvas: 0, drawing: 0, from: 1, ops: [{ kind: 'lift', atMs: 900 }] },
  ])
  expect(story.draws(ada, [draw(point(900, 100), point(900, 900)), lift])).toBeUndefined()
  expect(strokesOf(story.canvasOf(ada).canvas?.drawings[0]?.ink ?? [])).toHaveLength(2)
})

test('[R18] spectators, and who was away already, hold nobody up', () => {
  const story = playing()
  story.joins(cyd, true)
  story.reaches('drawing')
  story.does({ type: 'player:disconnect', playerId: ben })
  story.restarts(hour)
  expect(story.room.pause?.missing).toEqual([ada, cyd])
  story.joins(ada)
  expect(story.room.pause).toBeNull()
  expect(story.room.players.find(({ id }) => id === cyd)?.lostAt).toBe(story.now)
})

test.each([
  ['leaves', (story: Story) => story.leaves(ben)],
  ['is sent away', (story: Story) => story.does({ type: 'player:kick', playerId: ada, target: ben })],
  ['only watches', (story: Story) => story.joins(ben, true)],
])('[R18] who %s is waited for no longer', (_, goes) => {
  const story = playing().reaches('reveal').restarts(hour)
  story.joins(ada)
  expect(story.room.pause).not.toBeNull()
  goes(story)
  expect(story.room.pause).toBeNull()
})

test('[R18] who is back and lost again in the pause is waited for, and keeps the canvas', () => {
  const story = playing().reaches('countdown').restarts(hour)
  story.joins(ben)
  story.does({ type: 'player:disconnect', playerId: ben })
  story.joins(ada)
  expect(story.room.pause?.missing).toEqual([ben])
  story.joins(ben)
  expect(story.reaches('drawing').phase('drawing').canvases).toHaveLength(2)
})

test('[R18] a server that is killed again while its rooms wait loses nothing of the wait or of the round', () => {
  const story = playing().reaches('drawing').waits(1_000)
  const left = leftMs(story)
  story.restarts(hour)
  story.joins(ada)
  story.waits(5_000)
  story.restarts(hour)
  story.waits(settings.restoreWaitMs - 1)
  expect(story.room.pause?.missing).toEqual([ada, ben])
  for (const each of [ada, ben]) story.joins(each)
  expect(leftMs(story)).toBe(left)
})

test('[R18] a countdown that nobody is back for begins again until somebody is, as long as a seat is held', () => {
  const story = playing().reaches('countdown').restarts(hour)
  story.waits(settings.restoreWaitMs + settings.countdownMs + 20_000)
  expect(story.room).toMatchObject({ phase: { name: 'countdown' }, game: { round: 0 } })
  story.joins(ben)
  expect(
    story
      .reaches('drawing')
      .phase('drawing')
      .canvases.map(({ pen }) => pen),
  ).toEqual([ben])
})

test('[R18] a public room that was about to begin does so as much later as it was away', () => {
  const story = new Story({ isPublic: true })
  story.joins(ada)
  story.joins(ben)
  story.waits(4_000)
  story.restarts(hour)
  for (const each of [ada, ben]) story.joins(each)
  expect(story.room.startsAt).toBe(story.now + settings.publicStartMs - 4_000)
})

test('[R18] the view says who is waited for, and where the time stands', () => {
  const story = playing().reaches('drawing')
  expect(viewRoom(story.room, 0, story.now).pause).toBeNull()
  const at = story.now
  story.restarts(hour)
  story.joins(ada)
  expect(viewRoom(story.room, 0, story.now).pause).toEqual({ at, missing: [ben] })
})

test('[R7] who loses the connection in the countdown has a canvas in the round, whenever they are back', () => {
  const story = playing().reaches('countdown')
  story.does({ type: 'player:disconnect', playerId: ben })
  story.reaches('drawing')
  story.joins(ben)
  expect(story.draws(ben, [draw()])).toBeUndefined()
})

test('[R7] who went away before the game began is not in its first round', () => {
  const story = new Story()
  for (const each of [ada, ben]) story.joins(each)
  story.does({ type: 'player:disconnect', playerId: ben })
  story.waits(1)
  story.starts(ada)
  expect(story.reaches('drawing').phase('drawing').canvases).toHaveLength(1)
})

test('[R7] who was away for longer before a round begins watches it', () => {
  const story = playing().reaches('reveal')
  story.does({ type: 'player:disconnect', playerId: ben })
  story.waits(settings.revealMs)
  story.room = awayFor(story.room, settings.canvasHoldMs)
  expect(story.reaches('drawing').phase('drawing').canvases).toHaveLength(1)
})

function awayFor(room: Room, ms: number): Room {
  const players = room.players.map((player) => ({ ...player, lostAt: player.lostAt && player.lostAt - ms }))
  return { ...room, players }
}

test('[R7] who only watches from mid-round on ends the round by it, but not before they said so', () => {
  const story = playing().reaches('drawing')
  story.locks(ada, 300)
  story.waits(5_000)
  const { startedAt } = story.phase('drawing')
  story.joins(ben, true)
  expect(story.phase('judging').drawnAt - startedAt).toBe(5_300)
})

test('[R8] who only watches from mid-round on passes the pen on, and the stroke they had down ends', () => {
  const story = playing({ mode: 'relay', roundSeconds: 60 }).reaches('drawing')
  const pen = story.phase('drawing').canvases[0]?.pen ?? ''
  story.draws(pen, [draw()])
  story.joins(pen, true)
  expect(story.phase('drawing').canvases[0]?.pen).toBe(pen === ada ? ben : ada)
  expect(story.saw('ink:added').at(-1)?.ops).toMatchObject([{ kind: 'lift' }])
})

test('[R8] a pen whose holder is away goes to the first who comes back', () => {
  const story = playing({ mode: 'relay', roundSeconds: 60 }).reaches('drawing')
  const pen = story.phase('drawing').canvases[0]?.pen ?? ''
  const other = pen === ada ? ben : ada
  for (const each of [other, pen]) story.does({ type: 'player:disconnect', playerId: each })
  story.joins(other)
  expect(story.phase('drawing').canvases[0]?.pen).toBe(other)
})

test('[R18] who is missing in a pause and is lost once more changes nothing', () => {
  const story = new Story()
  story.joins(ada)
  story.starts(ada)
  story.reaches('drawing')
  story.restarts(1_000)
  const { room } = story
  story.does({ type: 'player:disconnect', playerId: ada })
  expect(story.room).toBe(room)
})
