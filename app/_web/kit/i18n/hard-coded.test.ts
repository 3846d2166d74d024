import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const app = new URL('../../../', import.meta.url)

/** Words given straight to what is read out or shown; the lint rule noJsxLiterals finds those between tags. */
const written =
  /\b(?:aria-label|aria-valuetext|aria-description|title|alt|placeholder|label|hint|description)=(?:"[^"]*[a-z]{2}[^"]*"|\{'[^']*[a-z]{2}|\{`[^`]*[a-z]{2} )/g

function textWrittenIn(source: string): string[] {
  return source.match(written) ?? []
}

test('messages: a word in an attribute is found, a name of a message is not', () => {
  expect(textWrittenIn('<p aria-label="Close">')).toHaveLength(1)
  expect(textWrittenIn("<p title={'Close it'}>")).toHaveLength(1)
  expect(textWrittenIn('<p aria-label={t(\'close\')} placeholder="7KX4M">')).toEqual([])
})

test('messages: no attribute holds text of its own: it comes from the messages', () => {
  const files = readdirSync(app, { encoding: 'utf8', recursive: true }).filter((file) =>
    file.endsWith('.tsx'),
  )
  const found = files.flatMap((file) =>
    textWrittenIn(readFileSync(new URL(file, app), 'utf8')).map((text) => `${file}: ${text}`),
  )
  expect(files.length).toBeGreaterThan(0)
  expect(found).toEqual([])
})
