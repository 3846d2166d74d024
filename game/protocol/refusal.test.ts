import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { refusalStatus } from './http-answers'
import { refusals } from './refusal'

const rows = readFileSync('game/SPEC.md', 'utf8')
  .split('\n## Every no\n')[1]
  ?.matchAll(/^\| (.+?) +\| `(.+?)` +\| (\d*) +\| (.+?) +\| (.+?) +\|$/gm)
const table = [...(rows ?? [])].map(([, cause, name, status, sentence, wayOut]) => ({
  ...{ cause, name, status, sentence, wayOut },
}))
const english: Record<string, string> = JSON.parse(
  readFileSync('app/_web/kit/i18n/messages/en/refusal.json', 'utf8'),
)

test('the table of refusals in the rulebook has each of them once, in order', () => {
  expect(table.map(({ name }) => name)).toEqual(refusals)
})

test('the table of refusals has the statuses that are sent', () => {
  const sent = Object.fromEntries(Object.entries(refusalStatus).map(([name, status]) => [name, `${status}`]))
  const written = table.filter(({ status }) => status !== '').map(({ name, status }) => [name, status])
  expect(Object.fromEntries(written)).toEqual(sent)
})

test('the table of refusals says what people read, and names a cause and a way out of its own for each', () => {
  expect(Object.fromEntries(table.map(({ name, sentence }) => [name, sentence]))).toEqual(english)
  expect(new Set(table.map(({ cause }) => cause)).size).toBe(table.length)
  expect(table.filter(({ wayOut }) => !wayOut)).toEqual([])
})
