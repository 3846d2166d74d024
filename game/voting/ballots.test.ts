import fc from 'fast-check'
import { expect, test } from 'vitest'
import { strokesOf } from '#game/drawing/ink'
import { decodeInk } from '#game/drawing/ink-codec'
import { isDrawing, shapeOf } from '#game/drawing/shape'
import { settings } from '#game/settings'
import { dealBallots, goldCheckOf } from './ballots'
import { goldDrawing } from './gold-drawing'

const indices = (count: number) => [...Array(count).keys()]
const seed = fc.integer({ min: 0, max: 2 ** 32 - 1 })

test('[R30] ballots: with 2 to 40 who draw and vote, each drawing is asked about as often as any other, and nobody about their own', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 40 }), seed, (players, dealt) => {
      const { papers, ballots } = dealBallots({ drawn: indices(players), voters: indices(players) }, dealt)
      const asked = papers.map(() => 0)
      expect(ballots).toHaveLength(players)
      for (const { voter, entries } of ballots) {
        const own = entries.map(({ paper }) => papers[paper])
        expect(own).toHaveLength(Math.min(players - 1, settings.drawingsPerBallot) + 1)
        expect(new Set(own).size).toBe(own.length)
        expect(own.filter((paper) => paper && 'digit' in paper)).toHaveLength(1)
        expect(own.some((paper) => paper && 'canvas' in paper && paper.canvas === voter)).toBe(false)
        for (const { paper } of entries) asked[paper] = (asked[paper] ?? 0) + 1
      }
      const ofPlayers = asked.filter((_, paper) => 'canvas' in (papers[paper] ?? {}))
      expect(Math.max(...ofPlayers) - Math.min(...ofPlayers)).toBeLessThanOrEqual(2)
    }),
    { numRuns: 60 },
  )
})

test('[R30] ballots: who drew nothing is not asked about but votes, and alone nobody is asked about anything', () => {
  const { papers, ballots } = dealBallots({ drawn: [0, 2], voters: [0, 1, 2] }, 7)
  expect(papers.flatMap((paper) => ('canvas' in paper ? paper.canvas : [])).sort()).toEqual([0, 2])
  expect(ballots.map(({ entries }) => entries.length)).toEqual([2, 3, 2])
  expect(dealBallots({ drawn: [0], voters: [0] }, 7).ballots).toEqual([])
})

test('[R30] ballots: the known drawings take turns, and stand in another place on each ballot', () => {
  const { papers, ballots } = dealBallots({ drawn: indices(12), voters: indices(12) }, 7)
  const known = ballots.flatMap(({ entries }) =>
    entries.flatMap(({ paper }, at) => ('digit' in (papers[paper] ?? {}) ? [{ paper, at }] : [])),
  )
  expect(known).toHaveLength(12)
  expect(new Set(known.map(({ paper }) => paper)).size).toBe(settings.goldDrawings)
  expect(new Set(known.map(({ at }) => at)).size).toBeGreaterThan(2)
})

test('[R30] ballots: the same seed gives the same, another one another order', () => {
  const electorate = { drawn: indices(12), voters: indices(12) }
  expect(dealBallots(electorate, 7)).toEqual(dealBallots(electorate, 7))
  expect(dealBallots(electorate, 8)).not.toEqual(dealBallots(electorate, 7))
})

test('[S17] known drawings: each is ink within its bounds and large enough to be read, and all ten digits come', () => {
  const digits = new Set<number>()
  fc.assert(
    fc.property(seed, (each) => {
      const { digit, inkText } = goldDrawing(each)
      digits.add(digit)
      expect(isDrawing(shapeOf(strokesOf(decodeInk(inkText))))).toBe(true)
    }),
    { numRuns: 300 },
  )
  expect([...digits].sort()).toEqual(indices(10))
})

test('[S17] known drawings: they come in several styles, as one stroke, as many, and with lines that are not the digit', () => {
  const ones = indices(300)
    .map(goldDrawing)
    .filter(({ digit }) => digit === 1)
  const strokes = ones.map(({ inkText }) => strokesOf(decodeInk(inkText)).length)
  expect(new Set(strokes).size).toBeGreaterThan(3)
})

test('[S17] known drawings: a voter is told from the others by what they said of theirs', () => {
  const { papers, ballots } = dealBallots({ drawn: [0, 1], voters: [0, 1] }, 7)
  const [ballot] = ballots
  if (!ballot) throw new Error('nobody votes')
  const known = ballot.entries.findIndex(({ paper }) => 'digit' in (papers[paper] ?? {}))
  const answered = ballot.entries.map((entry, at) => (at === known ? { ...entry, label: 3 } : entry))
  expect(goldCheckOf({ papers }, { ...ballot, entries: answered })).toMatchObject({ label: 3 })
  expect(goldCheckOf({ papers }, ballot)).toMatchObject({ label: null })
})
