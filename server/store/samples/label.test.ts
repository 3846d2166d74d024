import { expect, test } from 'vitest'
import { agreedLabel } from '#server/store/samples/label'

let minute = 0
const verdictOf = (reviewer: string, verdict: number) => ({
  reviewer,
  verdict,
  createdAt: new Date(++minute * 60_000),
})

test('labels: nobody has looked, or only one player: there is no label yet', () => {
  expect(agreedLabel([])).toBeNull()
  expect(agreedLabel([verdictOf('ada', 7)])).toBeNull()
})

test('labels: two players who agree make a label; one who says it twice does not', () => {
  expect(agreedLabel([verdictOf('ada', 7), verdictOf('grace', 7)])).toBe(7)
  expect(agreedLabel([verdictOf('ada', 7), verdictOf('ada', 7)])).toBeNull()
})

test('labels: a player who changes their mind is counted once, as they think now', () => {
  expect(agreedLabel([verdictOf('ada', 7), verdictOf('grace', 7), verdictOf('ada', 1)])).toBeNull()
})

test('labels: the admin has the last word, and may say that it is no digit', () => {
  const players = [verdictOf('ada', 7), verdictOf('grace', 7)]
  expect(agreedLabel([...players, verdictOf('admin', 1), verdictOf('admin', 10)])).toBe(10)
})
