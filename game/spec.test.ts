import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const rules = [...readFileSync('game/SPEC.md', 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(
  ([, rule]) => rule as string,
)

/** The numbers in brackets at the beginning of the names of all tests. */
function citedIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(test|spec)\.tsx?$/.test(path) && !path.includes('node_modules'))
    .flatMap((path) => [...readFileSync(join(folder, path), 'utf8').matchAll(/\[([A-Z]\d+)\]/g)])
    .map(([, rule]) => rule as string)
}

test('every rule of the rulebook is proved by a test, and every number in a test is a rule', () => {
  const cited = new Set(['app', 'e2e', 'game', 'models', 'server'].flatMap(citedIn))
  expect([...cited].sort()).toEqual([...rules].sort())
})
