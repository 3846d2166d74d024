import { createTranslator } from 'next-intl'
import { expect, test } from 'vitest'
import messages from '../../kit/i18n/messages/en/room.json'
import { placingOf } from './placing'
import { hasPoints, type ShownStanding, sidesOf } from './sides'
import { ownTitle, winnersTitle } from './winners-title'

const t = createTranslator({
  locale: 'en-u-nu-latn',
  messages: { room: messages },
  namespace: 'room.finished',
}) as never

function standing(name: string, score: number, rank: number, team: number | null = null): ShownStanding {
  return { playerId: name.toLowerCase(), name, colour: 0, score, rank, team }
}

test('[R21] sides: those who share a canvas have one place, and ranks count sides, not heads', () => {
  const sides = sidesOf([
    standing('Ann', 900, 1, 1),
    standing('Ben', 900, 1, 1),
    standing('Cem', 400, 3, 0),
    standing('Dot', 400, 3, 0),
  ])
  expect(sides.map(({ members, rank }) => [members.map(({ name }) => name), rank])).toEqual([
    [['Ann', 'Ben'], 1],
    [['Cem', 'Dot'], 2],
  ])
})

test('[R21] sides: players who share a place still do', () => {
  const standings = [standing('Ann', 9, 1), standing('Ben', 9, 1), standing('Cem', 4, 3)]
  expect(sidesOf(standings).map(({ rank }) => rank)).toEqual([1, 1, 3])
})

test('title: a team that plays alone has its points together, and shares no win', () => {
  const team = [standing('Ann', 900, 1, 0), standing('Ben', 900, 1, 0)]
  expect(winnersTitle(t, team)).toBe('Together: 900 points')
  expect(ownTitle(t, team, 'ann')).toBe('Together: 900 points')
})

test('title: it says to each how they did, and to all others who won', () => {
  const race = [standing('Ann', 900, 1), standing('Ben', 400, 2)]
  expect(['ann', 'ben', 'zoe'].map((you) => ownTitle(t, race, you))).toEqual([
    'You win!',
    '2nd place',
    'Ann wins',
  ])
  const relay = [standing('Ann', 900, 1, 2), standing('Ben', 400, 2, 0), standing('Cem', 400, 2, 0)]
  expect(['ann', 'cem', 'zoe'].map((you) => ownTitle(t, relay, you))).toEqual([
    'Your team wins!',
    '2nd place',
    'Team C wins',
  ])
  const tie = [standing('Ann', 9, 1), standing('Ben', 9, 1)]
  expect(ownTitle(t, tie, 'ben')).toBe('It’s a tie!')
})

test('title: where nobody scored, nobody has won, whoever is first', () => {
  const fooled = [standing('Ann', 0, 1), standing('Ben', 0, 2)]
  expect(['ann', 'ben', 'zoe'].map((you) => ownTitle(t, fooled, you))).toEqual(
    Array.from({ length: 3 }, () => 'Nobody scored'),
  )
  expect(winnersTitle(t, [standing('Ann', 0, 1), standing('Ben', 0, 1)])).toBe('Nobody scored')
  expect(winnersTitle(t, [standing('Ann', 0, 1, 0), standing('Ben', 0, 2, 1)])).toBe('Nobody scored')
  expect(winnersTitle(t, [standing('Ann', 0, 1)])).toBe('0 points')
})

test('placing: behind the first, ahead of the next, or level; nothing before the first point, or alone', () => {
  const others = [{ score: 500 }, { score: 300 }]
  expect(placingOf({ score: 460 }, others)).toEqual({ kind: 'behind', rank: 2, gap: 40 })
  expect(placingOf({ score: 584 }, others)).toEqual({ kind: 'ahead', rank: 1, gap: 84 })
  expect(placingOf({ score: 500 }, others)).toEqual({ kind: 'level', rank: 1, gap: 0 })
  expect(placingOf({ score: 300 }, others)).toEqual({ kind: 'behind', rank: 2, gap: 200 })
  expect(placingOf({ score: 0 }, [{ score: 0 }])).toBeNull()
  expect(placingOf({ score: 9 }, [])).toBeNull()
})

test('[S21] podium: nobody belongs on it where nobody has a point', () => {
  const nobody = [standing('Ann', 0, 1), standing('Ben', 0, 2)]
  expect(hasPoints(nobody)).toBe(false)
  expect(winnersTitle(t, nobody)).toBe('Nobody scored')
  expect(hasPoints([standing('Ann', 1, 1), standing('Ben', 0, 2)])).toBe(true)
})
