import { expect, test } from 'vitest'
import { presentTempo, type Tempo } from '#game/room/tempo'
import { viewRoom } from '#game/room/view'
import { settings } from '#game/settings'
import { ada, ben, cyd, Story } from '#game/testing/stories'

function revealing(players: string[], change: Partial<Story['room']['settings']> = {}) {
  const story = new Story({ rounds: 2, roundSeconds: 10, ...change })
  for (const id of players) story.joins(id)
  story.starts(players[0] ?? '')
  return story.reaches('reveal')
}

const readyOf =
  (story: Story) =>
  (playerId: string, round = 0) =>
    story.does({ type: 'round:ready', playerId, round })

test('[R19] a reveal ends at once when all players are ready, and the next countdown is a short one', () => {
  const story = revealing([ada, ben])
  const isReady = readyOf(story)
  story.waits(settings.leastRevealMs + 200)
  expect(isReady(ada)).toBeUndefined()
  expect(story.room.phase.name).toBe('reveal')
  expect(isReady(ben)).toBeUndefined()
  expect(story.phase('countdown').endsAt).toBe(story.now + settings.betweenRoundsMs)
})

test('[R19] a player alone goes on by being ready, from the last round to the podium', () => {
  const story = revealing([ada], { rounds: 1 })
  story.waits(settings.leastRevealMs)
  readyOf(story)(ada)
  expect(story.phase('finished').finishedAt).toBe(story.now)
})

test('[R19] results are shown for a moment, however soon all are ready', () => {
  const story = revealing([ada, ben])
  const { startedAt } = story.phase('reveal')
  const isReady = readyOf(story)
  isReady(ada)
  isReady(ben)
  expect(story.phase('reveal').endsAt).toBe(startedAt + settings.leastRevealMs)
  story.reaches('countdown')
  expect(story.now).toBe(startedAt + settings.leastRevealMs)
})

test('[R19] once all are ready nothing more changes the end of a reveal, and nobody is told of it again', () => {
  const story = revealing([ada, ben])
  for (const id of [ada, ben]) readyOf(story)(id)
  const { phase } = story.room
  story.waits(100)
  const before = story.saw('view:changed').length
  story.does({ type: 'emote:send', playerId: ada, emote: 'wow' })
  expect(story.room.phase).toBe(phase)
  expect(story.saw('view:changed')).toHaveLength(before)
})

test('[R19] a reveal that everybody has left the screen of ends no sooner for it', () => {
  const story = revealing([ada, ben])
  const { endsAt } = story.phase('reveal')
  for (const playerId of [ada, ben]) story.does({ type: 'player:disconnect', playerId })
  expect(story.phase('reveal').endsAt).toBe(endsAt)
})

test('[R19] nobody waits for spectators, nor for who has gone; for who has just come they do', () => {
  const story = revealing([ada, ben])
  story.joins(cyd, true)
  story.waits(1_500)
  readyOf(story)(ada)
  story.does({ type: 'player:disconnect', playerId: ben })
  expect(story.phase('countdown').endsAt).toBe(story.now + settings.betweenRoundsMs)

  const later = revealing([ada, ben])
  later.waits(1_500)
  later.joins(cyd)
  for (const id of [ada, ben]) readyOf(later)(id)
  expect(later.room.phase.name).toBe('reveal')
  later.does({ type: 'player:leave', playerId: cyd })
  expect(later.room.phase.name).toBe('countdown')
})

test('[R19] ready are players, in a reveal, for its round, once; everybody is told', () => {
  const story = revealing([ada, ben])
  story.joins(cyd, true)
  const isReady = readyOf(story)
  expect(isReady(cyd)).toBe('not-playing')
  expect(isReady('00000000-0000-4000-8000-0000000000ee')).toBe('not-seated')
  expect(isReady(ada, 1)).toBe('wrong-round')
  expect(isReady(ada)).toBeUndefined()
  const { room } = story
  expect(isReady(ada)).toBeUndefined()
  expect(story.room).toBe(room)
  expect(story.saw('ready:said')).toEqual([{ type: 'ready:said', playerId: ada, round: 0 }])
  expect(viewRoom(room, 0, story.now).phase).toMatchObject({ ready: [ada], totalMs: settings.revealMs })
  story.reaches('countdown')
  expect(isReady(ben)).toBe('not-now')
})

test('[R19] who is ready in one round is not in the next', () => {
  const story = revealing([ada])
  readyOf(story)(ada)
  story.reaches('drawing').reaches('reveal')
  expect(story.phase('reveal').ready).toEqual([])
})

test('[R19] many drawings are shown for longer, and who has more time to draw has more to read', () => {
  const lasts = (change: Partial<Story['room']['settings']>) => {
    const { startedAt, endsAt } = revealing([ada], change).phase('reveal')
    return endsAt - startedAt
  }
  expect(lasts({})).toBe(settings.revealMs)
  expect(lasts({ mode: 'rush' })).toBe(settings.longRevealMs)
  expect(lasts({ mode: 'relay' })).toBe(settings.longRevealMs)
  for (const timer of ['extended', 'none'] as const)
    expect(lasts({ timer })).toBe(settings.revealMs * settings.extendedTimes)
})

test('[R18] [R19] in a pause nobody is ready, and afterwards nobody waits for who is missing', () => {
  const story = revealing([ada, ben])
  story.waits(500)
  const isReady = readyOf(story)
  isReady(ada)
  story.restarts(60_000)
  expect(isReady(ada)).toBe('paused')
  story.joins(ada)
  expect(story.room.phase.name).toBe('reveal')
  story.waits(settings.restoreWaitMs)
  expect(story.phase('reveal').endsAt).toBe(story.now + settings.leastRevealMs - 500)
})

test('[R19] a game that began at the first tempo goes on at it', () => {
  const story = new Story({ rounds: 2, roundSeconds: 10 })
  story.joins(ada)
  const judge = { version: 'digits-v1', engine: 'wasm' } as const
  const gameId = '00000000-0000-4000-8000-0000000000ff'
  story.does({ type: 'game:start', playerId: ada, gameId, seed: 7, judge, tempo: 1 })
  const { startedAt, endsAt } = story.reaches('reveal').phase('reveal')
  expect(endsAt - startedAt).toBe(6_000)
  expect(story.reaches('countdown').phase('countdown').endsAt).toBe(endsAt + 3_000)
})

test('[R19] results of a race that was quickly drawn are shown for a share of the time it took, but not too short; nothing else is', () => {
  const lasts = (
    lockMs: number,
    change: Partial<Story['room']['settings']> = {},
    tempo: Tempo = presentTempo,
  ) => {
    const story = new Story({ rounds: 2, roundSeconds: 10, ...change })
    story.joins(ada)
    const judge = { version: 'digits-v1', engine: 'wasm' } as const
    const gameId = '00000000-0000-4000-8000-0000000000ff'
    story.does({ type: 'game:start', playerId: ada, gameId, seed: 7, judge, tempo })
    const { startedAt: promptAt } = story.reaches('drawing').phase('drawing')
    story.locks(ada, lockMs)
    const { startedAt, endsAt, totalMs } = story.reaches('reveal').phase('reveal')
    expect(totalMs).toBe(endsAt - startedAt)
    return { tookMs: startedAt - promptAt, lastsMs: endsAt - startedAt }
  }
  const { tookMs, lastsMs } = lasts(2_500)
  expect(lastsMs).toBe(Math.round(tookMs * settings.revealShare))
  expect(lasts(500).lastsMs).toBe(settings.shortRevealMs)
  expect(lasts(8_000).lastsMs).toBe(settings.revealMs)
  expect(lasts(500, { timer: 'extended' }).lastsMs).toBe(settings.revealMs * settings.extendedTimes)
  expect(lasts(500, {}, 2).lastsMs).toBe(settings.revealMs)
})

/**
 * Four people over five rounds. They lock after so many times the par of the digit, which is the median of people, and tap
 * when they have looked at the results for 1 to 2.5 s, or not at all.
 */
function raceOfFour(paces: readonly number[], taps: boolean) {
  const people = paces.map((_, seat) => `00000000-0000-4000-8000-00000000000${seat}`)
  const story = new Story({ rounds: 5, roundSeconds: 10 })
  for (const id of people) story.joins(id)
  story.starts(people[0] ?? '')
  const beganAt = story.now
  let drawnMs = 0
  for (let round = 0; round < 5; round++) {
    const { startedAt } = story.reaches('drawing').phase('drawing')
    for (const [seat, id] of people.entries()) {
      const lockMs = (settings.parMs[story.promptOf(id)] ?? 0) * (paces[seat] ?? 1)
      story.locks(id, startedAt + lockMs - story.now)
    }
    drawnMs += story.reaches('judging').phase('judging').drawnAt - startedAt
    const { startedAt: shownAt } = story.reaches('reveal').phase('reveal')
    if (!taps) continue
    for (const [seat, id] of people.entries()) {
      story.waits(Math.max(0, shownAt + 1_000 + seat * 500 - story.now))
      if (story.room.phase.name === 'reveal') readyOf(story)(id, round)
    }
  }
  return { drawnMs, totalMs: story.reaches('finished').now - beganAt }
}

const quick = [0.9, 1.1, 1.3, 1.5]
const slow = [1, 1.5, 2, 2.5]

test.each([
  [quick, true],
  [quick, false],
  [slow, true],
  [slow, false],
])(
  '[R19] a race of four over five rounds takes 45 s at most, two fifths of it drawing; paces: %j, taps: %s',
  (paces, taps) => {
    const { drawnMs, totalMs } = raceOfFour(paces, taps)
    expect(totalMs).toBeLessThanOrEqual(45_000)
    expect(drawnMs / totalMs).toBeGreaterThanOrEqual(0.4)
  },
)
