import { expect, test } from 'vitest'
import { settings } from '#game/settings'
import { locked } from '#game/testing/hand'
import { ada, ben, cyd, dot, Story } from '#game/testing/stories'
import { type DrawingRecord, labelOf } from './record'
import { addRound } from './standings'

function afterFirstRound(mode: 'race' | 'relay', players: string[]) {
  const story = new Story({ mode, rounds: 2, roundSeconds: 30 })
  for (const id of players) story.joins(id)
  story.starts(players[0] as string)
  return story.reaches('reveal')
}

const firstCanvases = ({ room }: Story) =>
  Object.fromEntries((room.game?.standings ?? []).map(({ player, firstCanvas }) => [player.id, firstCanvas]))

test('[S9] the standings know who had a canvas in the first round, and who came later', () => {
  const story = afterFirstRound('race', [ada, ben])
  story.joins(cyd)
  story.reaches('finished')
  expect(firstCanvases(story)).toEqual({ [ada]: 0, [ben]: 1, [cyd]: null })
})

test('[S9] who leaves after the first round keeps what is known of it', () => {
  const story = afterFirstRound('race', [ada, ben])
  story.does({ type: 'player:leave', playerId: ben })
  story.reaches('finished')
  expect(firstCanvases(story)).toEqual({ [ada]: 0, [ben]: 1 })
})

test('[S9] who shares a canvas in relay is known by it', () => {
  const teams = Object.values(
    firstCanvases(afterFirstRound('relay', [ada, ben, cyd, dot, ada.replace(/a$/, '1')])),
  )
  expect(teams.filter((canvas) => canvas === 0)).toHaveLength(3)
  expect(teams.filter((canvas) => canvas === 1)).toHaveLength(2)
})

type Drawn = Partial<Pick<DrawingRecord, 'points' | 'inkLength'>> & { readonly lockMs?: number | null }

/** One drawing of a player. @param lockMs null where it never locked */
function drawnBy(id: string, { points = 500, inkLength = 900, lockMs = 700 }: Drawn = {}): DrawingRecord {
  const lock = lockMs === null ? null : { atMs: lockMs, guessIndex: 0, heldIndex: 0 }
  return locked([], { players: [{ id, name: id, colour: 0 }], points, inkLength, lock })
}

function ranksAfter(...rounds: readonly DrawingRecord[][]) {
  const standings = rounds.reduce(
    (sum, drawings) => addRound(sum, drawings, false),
    [] as ReturnType<typeof addRound>,
  )
  return standings.map(({ player, rank }) => [player.id, rank])
}

const more = { points: 501, lockMs: null, inkLength: 999 }
const fewer = { points: 500, lockMs: 100, inkLength: 100 }
test.each<[what: string, better: DrawingRecord[][], worse: DrawingRecord[][]]>([
  ['the higher score', [[drawnBy(ada, more)]], [[drawnBy(ben, fewer)]]],
  [
    'with equal scores more locks, though they took longer',
    [[drawnBy(ada, { lockMs: 900 })], [drawnBy(ada, { points: 0, lockMs: 900 })]],
    [[drawnBy(ben, { lockMs: 700 })], [drawnBy(ben, { points: 0, lockMs: null, inkLength: 0 })]],
  ],
  [
    'with as many locks less time to lock, though it took more ink',
    [[drawnBy(ada, { lockMs: 699, inkLength: 999 })]],
    [[drawnBy(ben, { lockMs: 700 })]],
  ],
  ['in the same time less ink', [[drawnBy(ada, { inkLength: 899 })]], [[drawnBy(ben)]]],
])('[S9] the better place has %s, in whichever order they play', (_, better, worse) => {
  const together = (one: DrawingRecord[][], other: DrawingRecord[][]) =>
    ranksAfter(...one.map((drawings, round) => [...drawings, ...(other[round] ?? [])]))
  const expected = [
    [ada, 1],
    [ben, 2],
  ]
  expect(together(better, worse)).toEqual(expected)
  expect(together(worse, better)).toEqual(expected)
})

test('[S9] who is equal in all of it shares a place, and the next one comes after all of them', () => {
  const last = drawnBy(cyd, { points: 499 })
  expect(ranksAfter([last, drawnBy(ada), drawnBy(ben)])).toEqual([
    [ada, 1],
    [ben, 1],
    [cyd, 3],
  ])
})

test('[S9] points, locks, times and ink of all rounds add up', () => {
  const first = addRound([], [drawnBy(ada), drawnBy(ada, { points: 10, lockMs: null })], false)
  const [standing] = addRound(first, [drawnBy(ada, { points: 300, lockMs: 400, inkLength: 50 })], false)
  expect(standing).toMatchObject({
    ...{ score: 810, rounds: 2, locks: 2, lockMs: 1100, inkLength: 1850, streak: 1, bonus: 0 },
  })
})

test('[S11] what the streak bonus added is told apart from the points, and adds up', () => {
  const rounds = [500, 300, 100].map((points) => [drawnBy(ada, { points })])
  const [standing] = rounds.reduce(
    (sum, drawings) => addRound(sum, drawings, true),
    [] as ReturnType<typeof addRound>,
  )
  expect(standing).toMatchObject({ score: 950, bonus: 50, streak: 3 })
})

test('[S11] the bonus grows with each lock in a row up to its most, and begins anew after a miss', () => {
  const locks = [...Array(settings.maxStreakSteps + 3).fill(700), null, 700, 700] as (number | null)[]
  const bonuses = locks.map((_, index) => {
    const rounds = locks
      .slice(0, index + 1)
      .map((lockMs) => [drawnBy(ada, { points: lockMs === null ? 0 : 1_000, lockMs })])
    const [standing] = rounds.reduce(
      (sum, drawings) => addRound(sum, drawings, true),
      [] as ReturnType<typeof addRound>,
    )
    return standing?.bonus ?? 0
  })
  const added = bonuses.map((bonus, index) => bonus - (bonuses[index - 1] ?? 0))
  const step = 1_000 * settings.streakShare
  const most = settings.maxStreakSteps * step
  expect(added).toEqual([0, 1, 2, 3, 4].map((times) => times * step).concat(most, most, most, 0, 0, step))
})

test('[R2] a record of before there were labels calls players by their names', () => {
  expect(labelOf({ name: 'Kim' })).toBe('Kim')
  expect(labelOf({ name: 'Kim', label: 'Kim 2' })).toBe('Kim 2')
})
