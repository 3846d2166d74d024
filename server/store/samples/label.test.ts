import { expect, test } from 'vitest'
import { agreedLabel } from '#server/store/samples/label'

let minute = 0
const verdictOf = (reviewer: string, verdict: number, settles = false) => ({
  ...{ reviewer, verdict, settles },
  createdAt: new Date(++minute * 60_000),
})

test('labels: while nobody has looked there is none; one reviewer makes one, who may change their mind', () => {
  expect(agreedLabel([])).toBeNull()
  expect(agreedLabel([verdictOf('Ada', 7)])).toBe(7)
  expect(agreedLabel([verdictOf('Ada', 7), verdictOf('Ada', 10)])).toBe(10)
})

test('[F13] labels: reviewers who disagree make none, until one of them changes their mind, in whatever order verdicts are read', () => {
  const [first, second, third] = [verdictOf('Ada', 7), verdictOf('Grace', 1), verdictOf('Grace', 7)] as const
  expect(agreedLabel([first, second])).toBeNull()
  expect(agreedLabel([first, second, third])).toBe(7)
  expect(agreedLabel([third, second, first])).toBe(7)
})

test('[F13] labels: what was settled holds against everybody, and the last settlement against those before it', () => {
  const settled = [verdictOf('Ada', 7), verdictOf('Grace', 1), verdictOf('Edsger', 2, true)]
  expect(agreedLabel(settled)).toBe(2)
  expect(agreedLabel([...settled, verdictOf('Grace', 7), verdictOf('Edsger', 7)])).toBe(2)
  expect(agreedLabel([...settled, verdictOf('Ada', 1, true)])).toBe(1)
})
