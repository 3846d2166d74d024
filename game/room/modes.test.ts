import { expect, test } from 'vitest'
import { strokesOf } from '#game/drawing/ink'
import { settings } from '#game/settings'
import { ada, ben, cyd, dot, draw, lift, point, Story } from '#game/testing/stories'

function playing(mode: 'rush' | 'relay', players: string[]) {
  const story = new Story({ mode, roundSeconds: 30 })
  for (const id of players) story.joins(id)
  story.starts(players[0] as string)
  return story.reaches('drawing')
}

test('[R9] in rush each lock brings the next prompt at once, and everybody meets the same sequence', () => {
  const story = playing('rush', [ada, ben])
  const seen: Record<string, number[]> = { [ada]: [], [ben]: [] }
  for (let turn = 0; turn < 5; turn++) {
    for (const id of [ada, ben]) {
      seen[id]?.push(story.promptOf(id))
      story.locks(id, 200)
      story.waits(settings.lockHoldMs)
    }
  }
  expect(seen[ada]).toEqual(seen[ben])
  expect(story.saw('drawing:locked')).toHaveLength(10)
})

test('[R9] rush has one round, whose points add up over all its drawings', () => {
  const story = playing('rush', [ada])
  for (let turn = 0; turn < 3; turn++) {
    story.locks(ada, 600)
    story.waits(settings.lockHoldMs)
  }
  story.reaches('finished')
  const points = story.saw('drawing:locked').reduce((sum, event) => sum + event.points, 0)
  expect(story.room.game?.standings[0]).toMatchObject({ score: points, locks: 3, rounds: 1 })
})

test('[R9] the clock of each drawing starts with its own prompt', () => {
  const story = playing('rush', [ada])
  story.locks(ada, 600)
  story.waits(settings.lockHoldMs)
  story.locks(ada, 700)
  story.waits(settings.lockHoldMs)
  expect(story.saw('drawing:locked').map(({ lock }) => lock.atMs)).toEqual([600, 700])
})

test('[R8] teams are as even as can be and hold at most four', () => {
  const one = playing('relay', [ada, ben, cyd, dot])
  expect(one.phase('drawing').canvases.map(({ players }) => players.length)).toEqual([4])
  const five = [ada, ben, cyd, dot, ada.replace(/a$/, '1')]
  expect(
    playing('relay', five)
      .phase('drawing')
      .canvases.map(({ players }) => players.length),
  ).toEqual([3, 2])
})

test('[R8] the pen passes on with each lift; who has not got it is told so', () => {
  const story = playing('relay', [ada, ben])
  const [first, second] = story.phase('drawing').canvases.flatMap(({ players }) => players) as [
    string,
    string,
  ]
  expect(story.draws(second, [draw()])).toBe('not-your-pen')
  story.draws(first, [draw(), lift])
  expect(story.saw('pen:passed')).toMatchObject([{ pen: second }])
  expect(story.draws(first, [draw()])).toBe('not-your-pen')
  expect(story.draws(second, [draw(), lift])).toBeUndefined()
})

test('[R8] whoever has spent their ink hands the pen on in mid-stroke', () => {
  const story = playing('relay', [ada, ben])
  const first = story.phase('drawing').canvases[0]?.pen as string
  const steps = Math.ceil(settings.relayInkBudget / 900)
  for (let step = 0; step <= steps; step++) story.draws(first, [draw(point(0, 0), point(900, 0))])
  expect(story.canvasOf(ada).canvas?.pen).not.toBe(first)
  expect(story.canvasOf(ada).canvas?.drawings[0]?.ink.at(-1)?.kind).toBe('lift')
})

test('[R8] whoever has nobody to hand the pen to draws on as they like', () => {
  const story = playing('relay', [ada])
  const far = [draw(point(0, 0), point(900, 0)), lift, draw(point(0, 0), point(900, 0))]
  for (let batch = 0; batch < 3; batch++) expect(story.draws(ada, far)).toBeUndefined()
  const kinds = story.canvasOf(ada).canvas?.drawings[0]?.ink.map(({ kind }) => kind)
  expect(kinds).toEqual([1, 2, 3].flatMap(() => ['draw', 'lift', 'draw']))
  expect(story.saw('pen:passed')).toEqual([])
})

test('[R8] a stroke of one who is gone ends there, and the next hand begins its own', () => {
  const story = playing('relay', [ada, ben])
  const { players } = story.phase('drawing').canvases[0] ?? { players: [] }
  const [first, second] = players as [string, string]
  story.draws(first, [draw(point(0, 0), point(0, 500))])
  story.does({ type: 'player:disconnect', playerId: first })
  story.draws(second, [draw(point(900, 0), point(900, 500))])
  expect(strokesOf(story.canvasOf(ada).canvas?.drawings[0]?.ink ?? [])).toHaveLength(2)
  expect(story.saw('ink:added').map(({ from }) => from)).toEqual([0, 1, 2])
})

test('[R8] the pen of one who is gone goes to the next who is there', () => {
  const story = playing('relay', [ada, ben])
  const first = story.phase('drawing').canvases[0]?.pen as string
  story.does({ type: 'player:disconnect', playerId: first })
  expect(story.canvasOf(ada).canvas?.pen).not.toBe(first)
})

test('[R8] a team has one score, which each of its players gets', () => {
  const story = playing('relay', [ada, ben])
  story.locks(story.phase('drawing').canvases[0]?.pen as string, 600)
  story.reaches('finished')
  const scores = story.room.game?.standings.map(({ score, rank }) => ({ score, rank }))
  expect(scores).toEqual([scores?.[0], scores?.[0]])
  expect(scores?.[0]?.score).toBeGreaterThan(0)
})
