import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codeBelow } from '#server/testing/imports'

const read = (file: string) => readFileSync(file, 'utf8')
const styles = readdirSync('app', { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.css'),
)

test('custom properties: each that a component sets is read by a style', () => {
  const code = codeBelow('app').map(read)
  const set = code.flatMap((text) => [...text.matchAll(/'(--[a-z-]+)'/g)].map(([, name = '']) => name))
  const readers = [...styles.map((file) => read(`app/${file}`)), ...code].join('\n')
  expect(set.length).toBeGreaterThan(0)
  expect(set.filter((name) => !readers.includes(`var(${name}`))).toEqual([])
})
