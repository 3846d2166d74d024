import { expect, test } from 'vitest'
import {
  defaultRating,
  type RatedSide,
  type Rating,
  ratedSides,
  rateGame,
  shownRating,
} from '#server/store/ratings/rate-game'
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

test('ratings: who wins rises, who loses falls, and both are better known than before', () => {
  const after = rateGame(ratedSides(race({}, duel)), none)
  const [winner = defaultRating, loser = defaultRating] = [after.get(id(ada)), after.get(id(ben))]
  expect(winner.mu).toBeGreaterThan(defaultRating.mu)
  expect(loser.mu).toBeLessThan(defaultRating.mu)
  for (const { sigma } of [winner, loser]) expect(sigma).toBeLessThan(defaultRating.sigma)
})

test('ratings: the order of the places counts, not the order in which the sides are told', () => {
  const places = ratedSides(race({}, duel))
  const there = rateGame(places, none)
  const back = rateGame(places.toReversed(), none)
  for (const { id } of [ada, ben] as (typeof ada)[]) expect(back.get(id)).toEqual(there.get(id))
})

test('ratings: who shares a place changes alike', () => {
  const sides: RatedSide[] = [
    { rank: 1, players: [id(ada)], networks: [] },
    { rank: 1, players: [id(ben)], networks: [] },
    { rank: 3, players: [id(cyd)], networks: [] },
  ]
  const after = rateGame(sides, none)
  expect(after.get(id(ada))?.mu).toBeCloseTo(after.get(id(ben))?.mu ?? 0, 9)
})

test('ratings: beating somebody strong is worth more than beating somebody weak', () => {
  const gainAgainst = (mu: number) =>
    rateGame(ratedSides(race({}, duel)), new Map([[id(ben), { mu, sigma: 3 }]])).get(id(ada))?.mu ?? 0
  expect(gainAgainst(35)).toBeGreaterThan(gainAgainst(15))
})

test('ratings: in relay a team is one side, with the place of the team', () => {
  const relay = race({ mode: 'relay' }, [
    [ada, 1, 0],
    [ben, 1, 0],
    [cyd, 3, 1],
    [dot, 3, 1],
  ])
  expect(ratedSides(relay)).toEqual([
    { rank: 1, players: [id(ada), id(ben)], networks: [] },
    { rank: 3, players: [id(cyd), id(dot)], networks: [] },
  ])
})

test('ratings: who draws with the arrow keys is left out, and does not undo the game of the others', () => {
  const sides = ratedSides(
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

test('[F5] ratings: who is held is left out, and the others are rated as if there were no such side', () => {
  const game = race({}, [
    [cyd, 1, 2],
    [ada, 2, 0],
    [ben, 3, 1],
  ])
  const sides = ratedSides(game, new Set([id(cyd)]))
  expect(rateGame(sides, none)).toEqual(rateGame(ratedSides(race({}, duel)), none))
  expect(ratedSides(game, new Set([id(cyd), id(ben)]))).toEqual([])
})

/** Who of them shares an address has the same number. */
function fromNetworks(game: ReturnType<typeof race>, networks: readonly number[]) {
  const standings = game.standings.map((each, index) => ({ ...each, network: networks[index] ?? index }))
  return { ...game, standings }
}

test('[F8] ratings: two seats of one address are not rated against each other', () => {
  expect(rateGame(ratedSides(fromNetworks(race({}, duel), [0, 0])), none).size).toBe(0)
  expect(rateGame(ratedSides(fromNetworks(race({}, duel), [0, 1])), none)).toEqual(
    rateGame(ratedSides(race({}, duel)), none),
  )
})

test('[F8] ratings: seats of one address are rated against all others, each as if it were the only one', () => {
  const three: typeof duel = [
    [ada, 1, 0],
    [ben, 2, 1],
    [cyd, 3, 2],
  ]
  const after = rateGame(ratedSides(fromNetworks(race({}, three), [0, 0, 1])), none)
  const alone = (player: typeof ada | undefined, rank: number) =>
    rateGame(
      ratedSides(
        race({}, [
          [player, rank, 0],
          [cyd, 3, 2],
        ]),
      ),
      none,
    ).get(id(player))
  expect(after.get(id(ada))).toEqual(alone(ada, 1))
  expect(after.get(id(ben))).toEqual(alone(ben, 2))
  expect(after.get(id(cyd))).toEqual(rateGame(ratedSides(race({}, three)), none).get(id(cyd)))
})

test('[F8] ratings: teams that share an address by one of theirs are not rated against each other', () => {
  const relay = race({ mode: 'relay' }, [
    [ada, 1, 0],
    [ben, 1, 0],
    [cyd, 3, 1],
    [dot, 3, 1],
  ])
  expect(rateGame(ratedSides(fromNetworks(relay, [0, 1, 1, 2])), none).size).toBe(0)
  expect(rateGame(ratedSides(fromNetworks(relay, [0, 0, 1, 1])), none).size).toBe(4)
})

test('ratings: who came after the first round is not rated', () => {
  const sides = ratedSides(race({}, [...duel, [cyd, 3, null]]))
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
  expect(ratedSides(game)).toEqual([])
})

test('ratings: a newcomer is shown 1000, and nobody less than nothing', () => {
  expect(shownRating(defaultRating)).toBe(1000)
  expect(shownRating({ mu: -40, sigma: 8 })).toBe(0)
})
