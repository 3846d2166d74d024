import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { titlesIn } from '#server/testing/test-titles'

const rules = [...readFileSync('game/SPEC.md', 'utf8').matchAll(/^- \*\*([A-Z]\d+)\*\*/gm)].map(
  ([, rule]) => rule as string,
)

function testsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(test|spec)\.ts$/.test(path) && !path.includes('node_modules'))
    .map((path) => join(folder, path))
}

/** The numbers in brackets at the beginning of the titles of all tests that run. */
function citedIn(code: string): string[] {
  return titlesIn(code).flatMap((title) => {
    const [numbers = ''] = /^(?:\[[A-Z]\d+\]\s*)+/.exec(title) ?? []
    return [...numbers.matchAll(/[A-Z]\d+/g)].map(([rule]) => rule)
  })
}

test('rules: each of the rulebook is proved by a test, and every number in a test is a rule', () => {
  const tests = ['app', 'e2e', 'game', 'models', 'server'].flatMap(testsBelow)
  const cited = new Set(tests.flatMap((path) => citedIn(readFileSync(path, 'utf8'))))
  expect([...cited].sort()).toEqual([...rules].sort())
})

test('rules: only the title of a test that runs proves one', () => {
  const code = `
    // [R1] a comment
    const text = '[R2] a text'
    test('about [R3] in the middle', () => {})
    test.skip('[R4] skipped', () => {})
    test.todo('[R5] to be done')
    describe.skip('a group', () => { test('[R6] in a group that is skipped', () => {}) })
    test('[S1] [S2] one', () => { say('[R7] said') })
    describe('[S3] a group', () => { test.each([['[R8]']])('[S4] %s', () => {}) })
    test.skipIf(process.platform === 'win32')(\`[S5] \${text}\`, async () => {})`
  expect(citedIn(code)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5'])
})
