import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { ada, ben, cyd, draw, lift, Story } from '#game/testing/stories'

function racing(timer: 'usual' | 'extended' | 'none', ...players: string[]) {
  const story = new Story({ rounds: 1, roundSeconds: 10, timer })
  for (const id of players) story.joins(id)
  story.starts(players[0] as string)
  return story.reaches('drawing')
}

test('[R15] the extended timer gives so many times the seconds, and ink counts to its end', () => {
  const story = racing('extended', ada)
  const { startedAt, endsAt } = story.phase('drawing')
  expect(endsAt - startedAt).toBe(10_000 * settings.extendedTimes)
  story.waits(endsAt - startedAt - 1)
  expect(story.draws(ada, [draw(), lift])).toBeUndefined()
})

test('[R15] the usual timer gives the seconds that were chosen', () => {
  const { startedAt, endsAt } = racing('usual', ada).phase('drawing')
  expect(endsAt - startedAt).toBe(10_000)
})

test('[R15] without a timer a round lasts until all who are present have locked', () => {
  const story = racing('none', ada, ben)
  story.locks(ada, 500)
  story.waits(120_000)
  story.locks(ben, 0)
  story.reaches('reveal')
  expect(story.saw('round:finished')[0]?.record.drawings.map(({ lock }) => lock?.atMs)).toEqual([
    500, 120_500,
  ])
})

test('[R15] the host ends a round without a timer; nobody ends one that has a timer', () => {
  const story = racing('none', ada, ben)
  story.waits(40_000)
  story.draws(ada, [draw(), lift])
  expect(story.does({ type: 'round:end', playerId: ben })).toBe('not-host')
  expect(story.does({ type: 'round:end', playerId: ada })).toBeUndefined()
  expect(story.phase('judging').drawnAt).toBe(story.now)
  story.waits(settings.maxLagCreditMs + 1)
  expect(story.draws(ben, [draw()], { lagMs: settings.maxLagCreditMs })).toBe('too-late')
  expect(racing('usual', ada).does({ type: 'round:end', playerId: ada })).toBe('not-now')
})

test('[R15] a round without a timer does not wait for those who have gone', () => {
  const story = racing('none', ada, ben)
  story.joins(cyd, true)
  story.locks(ada, 500)
  story.waits(30_000)
  story.does({ type: 'player:disconnect', playerId: ben })
  story.reaches('judging')
  const again = racing('none', ada, ben)
  again.joins(cyd, true)
  again.does({ type: 'player:leave', playerId: ben })
  again.waits(2_000)
  const leftAt = again.now
  again.does({ type: 'player:disconnect', playerId: ada })
  again.reaches('judging')
  expect(again.now - leftAt).toBe(settings.seatHoldMs)
})

test('[R15] whatever happens, a round without a timer ends', () => {
  const story = racing('none', ada)
  const { startedAt } = story.phase('drawing')
  story.reaches('judging')
  expect(story.now - startedAt).toBe(settings.untimedRoundMs)
})

test('[R7] who goes may end the round by it, but not before they went: the reveal is as long as ever', () => {
  const story = racing('usual', ada, ben)
  story.locks(ada, 500)
  story.waits(8_000)
  story.does({ type: 'player:leave', playerId: ben })
  const leftAt = story.now
  expect(story.phase('judging').drawnAt).toBe(leftAt)
  story.reaches('reveal')
  expect(story.phase('reveal').endsAt).toBeGreaterThan(leftAt + settings.revealMs)
})
