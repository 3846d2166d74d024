import { expect, test } from 'vitest'
import { newcomer, type Rating, rateGame, type Side, shownRating, sidesOf } from '#server/rating/rate-game'
import { gameHeader, gameOf, playerNamed, standingOf } from '#server/testing/records'

const [ada, ben, cyd, dot] = ['Ada', 'Ben', 'Cyd', 'Dot'].map((name) => playerNamed(name)) as [
  ReturnType<typeof playerNamed>,
  ...ReturnType<typeof playerNamed>[],
]
const none = new Map<string, Rating>()
const id = (player = ada) => player.id

function race(changes = {}, ranks: [typeof ada | undefined, number, number | null][] = []) {
  const { settings } = gameHeader()
  const standings = ranks.map(([player = ada, rank, firstCanvas]) =>
    standingOf(player, 1000 - rank, { rank, firstCanvas }),
  )
  return gameOf(gameHeader({ settings: { ...settings, ...changes } }), standings)
}

const duel: Parameters<typeof race>[1] = [
  [ada, 1, 0],
  [ben, 2, 1],
]

function withKeyboard(game: ReturnType<typeof race>) {
  const [first, ...others] = game.standings
  return { ...game, standings: first ? [{ ...first, isByKeyboard: true }, ...others] : [] }
}

test('who wins rises, who loses falls, and both are better known than before', () => {
  const after = rateGame(sidesOf(race({}, duel)), none)
  const [winner = newcomer, loser = newcomer] = [after.get(id(ada)), after.get(id(ben))]
  expect(winner.mu).toBeGreaterThan(newcomer.mu)
  expect(loser.mu).toBeLessThan(newcomer.mu)
  for (const { sigma } of [winner, loser]) expect(sigma).toBeLessThan(newcomer.sigma)
})

test('the order of the places counts, not the order in which the sides are told', () => {
  const places = sidesOf(race({}, duel))
  const there = rateGame(places, none)
  const back = rateGame(places.toReversed(), none)
  for (const { id } of [ada, ben] as (typeof ada)[]) expect(back.get(id)).toEqual(there.get(id))
})

test('who shares a place changes alike', () => {
  const sides: Side[] = [
    { rank: 1, players: [id(ada)] },
    { rank: 1, players: [id(ben)] },
    { rank: 3, players: [id(cyd)] },
  ]
  const after = rateGame(sides, none)
  expect(after.get(id(ada))?.mu).toBeCloseTo(after.get(id(ben))?.mu ?? 0, 9)
})

test('beating somebody strong is worth more than beating somebody weak', () => {
  const gainAgainst = (mu: number) =>
    rateGame(sidesOf(race({}, duel)), new Map([[id(ben), { mu, sigma: 3 }]])).get(id(ada))?.mu ?? 0
  expect(gainAgainst(35)).toBeGreaterThan(gainAgainst(15))
})

test('in relay a team is one side, with the place of the team', () => {
  const relay = race({ mode: 'relay' }, [
    [ada, 1, 0],
    [ben, 1, 0],
    [cyd, 3, 1],
    [dot, 3, 1],
  ])
  expect(sidesOf(relay)).toEqual([
    { rank: 1, players: [id(ada), id(ben)] },
    { rank: 3, players: [id(cyd), id(dot)] },
  ])
})

test('who draws with the arrow keys is left out, and does not undo the game of the others', () => {
  const sides = sidesOf(
    withKeyboard(
      race({}, [
        [cyd, 1, 2],
        [ada, 2, 0],
        [ben, 3, 1],
      ]),
    ),
  )
  expect(sides.flatMap(({ players }) => players)).toEqual([id(ada), id(ben)])
})

test('who came after the first round is not rated', () => {
  const sides = sidesOf(race({}, [...duel, [cyd, 3, null]]))
  expect(sides.flatMap(({ players }) => players)).toEqual([id(ada), id(ben)])
})

test.each([
  ['alone', race({}, [[ada, 1, 0]])],
  [
    'with one team',
    race({ mode: 'relay' }, [
      [ada, 1, 0],
      [ben, 1, 0],
    ]),
  ],
  ['with a choice of digits', race({ digits: [1, 7] }, duel)],
  ['with the streak bonus', race({ hasStreakBonus: true }, duel)],
  ['with more time', race({ timer: 'extended' }, duel)],
  ['against a keyboard', withKeyboard(race({}, duel))],
  ['of two rounds', { ...race({}, duel), rounds: 2 }],
  ['of the daily challenge', { ...race({}, duel), day: '2026-05-01' as const }],
])('a game %s is for fun', (_, game) => {
  expect(sidesOf(game)).toEqual([])
})

test('a newcomer is shown 1000, and nobody less than nothing', () => {
  expect(shownRating(newcomer)).toBe(1000)
  expect(shownRating({ mu: -40, sigma: 8 })).toBe(0)
})
