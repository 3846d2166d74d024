import { expect, test } from 'vitest'
import { heldPlayers, viewRoom } from '#game/room/view'
import { curve, inTime } from '#game/testing/hand'
import { ada, ben, Story } from '#game/testing/stories'

/** Ada's ink is there with each prompt; Ben takes his time. */
function playTwoRounds(settings: { hasStreakBonus?: boolean } = {}): Story {
  const story = new Story({ rounds: 2, roundSeconds: 5, ...settings })
  story.joins(ada)
  story.joins(ben)
  story.starts(ada)
  for (const seed of [1, 2]) {
    story.reaches('drawing')
    story.draws(ada, inTime(curve(seed), 0))
    story.guessed(ada, story.promptOf(ada), 990)
    const { startedAt } = story.phase('drawing')
    for (const op of inTime(curve(seed + 5), 420)) {
      story.waits(startedAt + op.atMs - story.now)
      story.draws(ben, [op])
    }
    story.guessed(ben, story.promptOf(ben), 990)
    story.reaches('reveal')
  }
  return story.reaches('finished')
}

test('[F4] the record of a ranked game says whose result is held and why', () => {
  const [finished] = playTwoRounds().saw('game:finished')
  const reasonsOf = (id: string) => finished?.record.standings.find(({ player }) => player.id === id)?.heldFor
  expect(reasonsOf(ada)).toContain('too-soon')
  expect(reasonsOf(ben)).toEqual([])
})

test('[F4] who is held is told so, and nobody else, nor on a TV', () => {
  const story = playTwoRounds()
  expect(heldPlayers(story.room)).toEqual([ada])
  expect(JSON.stringify(viewRoom(story.room, 0, story.now))).not.toMatch(/heldFor|too-soon/)
})

test('[F4] a game that counts nowhere holds nobody', () => {
  const [finished] = playTwoRounds({ hasStreakBonus: true }).saw('game:finished')
  expect(finished?.record.standings.map(({ heldFor }) => heldFor)).toEqual([undefined, undefined])
})

test('[F4] of a round that counts nowhere nothing is kept but the points', () => {
  const { room } = playTwoRounds({ hasStreakBonus: true })
  expect(room.game?.rounds.map(({ evidence }) => evidence)).toEqual([[], []])
  expect(room.game?.rounds[0]?.points.map(({ playerId }) => playerId)).toEqual([ada, ben])
})
