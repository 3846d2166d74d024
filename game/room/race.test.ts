import { expect, test } from 'vitest'
import { decodeInk, encodeInk } from '#game/drawing/ink-codec'
import { settings } from '#game/settings'
import { ada, ben, cyd, draw, lift, point, Story } from '#game/testing/stories'
import { currentDrawing } from './room'

function raceOf(players: string[], change: Partial<Story['room']['settings']> = {}) {
  const story = new Story({ rounds: 2, ...change })
  for (const id of players) story.joins(id)
  story.starts(players[0] as string)
  return story.reaches('drawing')
}

test('[R7] two players race for two rounds to the podium, the quicker one wins', () => {
  const story = raceOf([ada, ben])
  for (let round = 0; round < 2; round++) {
    story.reaches('drawing')
    story.locks(ada, 500)
    story.locks(ben, 700)
    story.reaches('reveal')
  }
  story.reaches('finished')
  const [first, second] = story.room.game?.standings ?? []
  expect(first).toMatchObject({ player: { name: 'Ada' }, rank: 1, locks: 2, rounds: 2, lockMs: 1000 })
  expect(second).toMatchObject({ player: { name: 'Ben' }, rank: 2, lockMs: 2400 })
  expect(story.saw('round:finished').map(({ record }) => record.round)).toEqual([0, 1])
  expect(story.saw('game:finished')).toHaveLength(1)
})

test('[R7] a round ends early when all who are present have locked and had time to finish', () => {
  const story = raceOf([ada, ben])
  const { startedAt, endsAt } = story.phase('drawing')
  story.does({ type: 'player:disconnect', playerId: ben })
  story.locks(ada, 800)
  story.reaches('judging')
  expect(story.now).toBeLessThan(endsAt)
  expect(story.now - startedAt).toBe(800 + settings.lockHoldMs + settings.penFinishMs)
})

test('[R7] the deadline ends a round in which nobody draws', () => {
  const story = raceOf([ada])
  const { endsAt } = story.phase('drawing')
  story.reaches('reveal')
  expect(story.now).toBe(endsAt + settings.maxLagCreditMs)
  expect(story.saw('round:finished')[0]?.record.drawings).toMatchObject([{ points: 0, ink: '', lock: null }])
})

test('[R7] a round waits for the judge, but not for ever', () => {
  const story = raceOf([ada])
  const { endsAt } = story.phase('drawing')
  story.waits(300)
  story.draws(ada, [draw()])
  story.reaches('reveal')
  expect(story.now).toBe(endsAt + settings.judgingMs)
})

test('[R7] who comes late watches the round and draws in the next', () => {
  const story = raceOf([ada])
  story.joins(cyd)
  expect(story.draws(cyd, [draw()], { from: 0 })).toBe('not-playing')
  story.reaches('reveal').reaches('drawing')
  expect(story.draws(cyd, [draw()])).toBeUndefined()
})

test('[R7] a countdown that ends in an empty room leads back to the lobby', () => {
  const story = new Story()
  story.joins(ada)
  story.starts(ada)
  story.does({ type: 'player:disconnect', playerId: ada })
  expect(story.reaches('lobby').room.game).toBeNull()
})

test('[R5] only the host starts, and not in the middle of a game; the podium offers a rematch', () => {
  const story = new Story({ rounds: 1 })
  story.joins(ada)
  story.joins(ben)
  expect(story.starts(ben)).toBe('not-host')
  story.starts(ada)
  expect(story.starts(ada)).toBe('not-now')
  story.reaches('finished')
  expect(story.does({ type: 'lobby:open', playerId: ben })).toBe('not-host')
  expect(story.starts(ada)).toBeUndefined()
  expect(story.room.game?.standings).toEqual([])
})

test('[R5] spectators alone cannot start', () => {
  const story = new Story()
  story.joins(ada, true)
  expect(story.starts(ada)).toBe('nobody-to-play')
})

test('[R2] who reloads in mid-round finds ink, lock and score', () => {
  const story = raceOf([ada, ben])
  story.locks(ada, 600)
  story.waits(settings.lockHoldMs)
  const before = story.canvasOf(ada).canvas
  story.does({ type: 'player:disconnect', playerId: ada })
  story.joins(ada)
  expect(story.canvasOf(ada).canvas).toEqual(before)
  expect(before && currentDrawing(before).lock).toMatchObject({ atMs: 600 })
})

test('[S3] a slow judge costs nobody anything', () => {
  const quick = raceOf([ada])
  quick.waits(700)
  quick.draws(ada, [draw(), lift])
  quick.guessed(ada, quick.promptOf(ada), 990)
  const slow = raceOf([ada])
  slow.waits(700)
  slow.draws(ada, [draw(), lift])
  slow.waits(900)
  slow.guessed(ada, slow.promptOf(ada), 990)
  const lockOf = (story: Story) =>
    story
      .waits(settings.lockHoldMs)
      .saw('drawing:locked')
      .map(({ lock, points }) => ({ atMs: lock.atMs, points }))
  expect(lockOf(slow)).toEqual(lockOf(quick))
})

test('[S3] a guess that comes out of order is ignored', () => {
  const story = raceOf([ada])
  story.draws(ada, [draw(), lift])
  story.guessed(ada, 3, 500)
  const stale = { opCount: 1, thousandths: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1000] }
  story.does({ type: 'guess:make', round: 0, canvas: 0, drawing: 0, guess: stale })
  expect(story.saw('guess:made')).toHaveLength(1)
})

test('[S5] ink after a lock counts after it, whatever its lag credit', () => {
  const story = raceOf([ada])
  story.locks(ada, 500)
  story.waits(settings.lockHoldMs)
  const settledMs = story.canvasOf(ada).canvas?.drawings[0]?.settledMs
  story.draws(ada, [draw()], { lagMs: 10_000 })
  expect(story.canvasOf(ada).canvas?.drawings[0]?.ink.at(-1)?.atMs).toBe(settledMs)
})

test('[D3] a repeated batch changes nothing, one from beyond the end is refused', () => {
  const story = raceOf([ada])
  story.draws(ada, [draw(), lift])
  expect(story.draws(ada, [draw(), lift], { from: 0 })).toBeUndefined()
  expect(story.canvasOf(ada).canvas?.drawings[0]?.ink).toHaveLength(2)
  expect(story.draws(ada, [draw(), lift, draw()], { from: 0 })).toBeUndefined()
  expect(story.canvasOf(ada).canvas?.drawings[0]?.ink).toHaveLength(3)
  expect(story.draws(ada, [draw()], { from: 9 })).toBe('ink-gap')
})

test('[D3] ink for another round, and after the pen had time to finish, is refused', () => {
  const story = raceOf([ada, ben])
  expect(story.draws(ada, [draw()], { round: 1 })).toBe('wrong-round')
  story.locks(ada, 500)
  story.waits(settings.lockHoldMs + settings.penFinishMs + 1)
  expect(story.draws(ada, [draw()])).toBe('drawing-over')
})

test('[D4] ink counts at its arrival less a bounded credit', () => {
  const story = raceOf([ada])
  story.waits(1000)
  story.draws(ada, [draw()], { lagMs: 30 })
  story.draws(ada, [lift], { lagMs: 9999 })
  story.waits(500)
  story.draws(ada, [draw()], { lagMs: 9999 })
  const times = story.canvasOf(ada).canvas?.drawings[0]?.ink.map(({ atMs }) => atMs)
  expect(times).toEqual([970, 970, 1500 - settings.maxLagCreditMs])
})

test('[D4] ink on its way at the deadline still counts, later ink is too late', () => {
  const story = raceOf([ada])
  story.reaches('judging')
  story.waits(40)
  expect(story.draws(ada, [draw()], { lagMs: 50 })).toBeUndefined()
  story.waits(20)
  expect(story.draws(ada, [draw()], { lagMs: 50 })).toBe('too-late')
})

test('[D4] ink is too late once all who were present have put their pens down', () => {
  const story = raceOf([ada, ben])
  story.does({ type: 'player:disconnect', playerId: ben })
  story.locks(ada, 500)
  story.reaches('judging')
  story.joins(ben)
  story.waits(40)
  expect(story.draws(ben, [draw()], { lagMs: 50 })).toBeUndefined()
  story.waits(20)
  expect(story.draws(ben, [draw()], { lagMs: 50 })).toBe('too-late')
})

test('[D4] the credit that is told of is in whole milliseconds, however lag was measured', () => {
  const story = raceOf([ada])
  story.waits(1000)
  story.draws(ada, [draw()], { lagMs: 12.5 })
  const drawing = story.canvasOf(ada).canvas?.drawings[0]
  expect([drawing?.lagCreditMs, drawing?.ink.at(0)?.atMs]).toEqual([12, 988])
})

test('[D2] ink can be read again, whatever the clock of the pen says', () => {
  const story = raceOf([ada])
  story.waits(1000)
  story.draws(ada, [draw(point(1, 1, 900), point(2, 2, 950))])
  story.draws(ada, [lift, draw(point(3, 3, 100), point(4, 4, 9_000))])
  const ink = story.canvasOf(ada).canvas?.drawings[0]?.ink.slice() ?? []
  expect(decodeInk(encodeInk(ink))).toEqual(ink)
  expect(ink.at(-1)).toMatchObject({ points: [point(3, 3, 950), point(4, 4, 1000)] })
})

test('[D4] a drawing has room for so many points and no more', () => {
  const story = raceOf([ada])
  const points = Array.from({ length: 1000 }, (_, i) => ({ x: i, y: i, t: 0 }))
  const refused = Array.from({ length: settings.maxPointsPerDrawing / 1000 + 1 }, () =>
    story.draws(ada, [draw(...points)]),
  )
  expect(refused).toEqual([undefined, undefined, undefined, undefined, 'ink-limit'])
})

test('[S9] who left the game keeps their place in it', () => {
  const story = raceOf([ada, ben], { rounds: 1 })
  story.locks(ben, 400)
  story.waits(settings.lockHoldMs)
  story.does({ type: 'player:leave', playerId: ben })
  story.reaches('finished')
  expect(story.room.game?.standings.map(({ player }) => player.id)).toEqual([ben, ada])
})

test('[S11] with the streak bonus the second lock in a row is worth a tenth more', () => {
  const [plain, streaky] = [false, true].map((hasStreakBonus) => {
    const story = raceOf([ada], { hasStreakBonus })
    for (let round = 0; round < 2; round++) {
      story.reaches('drawing')
      story.locks(ada, 500)
      story.reaches('reveal')
    }
    return story
  })
  const points = plain?.saw('drawing:locked').map((event) => event.points) as [number, number]
  expect(plain?.room.game?.standings[0]?.score).toBe(points[0] + points[1])
  expect(streaky?.room.game?.standings[0]?.score).toBe(points[0] + Math.floor(points[1] * 1.1))
})

test('[R1] a timer that never fired changes nothing: the next command finds the phase it should', () => {
  const story = raceOf([ada])
  story.now += 60_000
  expect(story.draws(ada, [draw()])).toBe('not-now')
  expect(story.saw('round:finished').length).toBeGreaterThan(0)
})
