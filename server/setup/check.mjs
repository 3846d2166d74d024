/**
 * All checks, also after a failure. Those that only read the code run at once, the others one after the other. `--all` adds the stories
 * with the tag `@long`.
 */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runProgram } from './step.mjs'

const reports = path.join(root, '.cache/check')

/** How many tests passed, and which did not. @typedef {{ passed: number, failed: string[] }} Count */

const readings = [
  { title: 'Style', command: ['@biomejs/biome/bin/biome', 'check'] },
  { title: 'Types', command: ['typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json'] },
  {
    title: 'Types of the rules, which know no clock and no wire',
    command: ['typescript/bin/tsc', '--noEmit', '-p', 'game'],
  },
  { title: 'Unused code', command: ['knip/bin/knip.js'] },
]

const runs = [
  {
    title: 'Unit and integration tests',
    command: [
      'vitest/vitest.mjs',
      'run',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=.cache/check/vitest.json',
    ],
    count: countVitest,
  },
  {
    title: 'End-to-end tests',
    command: [
      '@playwright/test/cli.js',
      'test',
      '--config=e2e/playwright.config.ts',
      '--reporter=list,json',
      ...(process.argv.includes('--all') ? [] : ['--grep-invert=@long']),
    ],
    variables: { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'playwright.json') },
    count: countPlaywright,
  },
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

let passed = 0
/** @type {string[]} */
const failed = []

/** A check may fail without a failed test: a file that cannot be loaded, an aborted run. @param {string} title @param {number} code of the program @param {Count} [count] */
function add(title, code, count = { passed: 0, failed: [] }) {
  passed += count.passed
  const names =
    code !== 0 && count.failed.length === 0 ? [`ended with code ${code}, see there`] : count.failed
  failed.push(...names.map((name) => `${title}: ${name}`))
}

await Promise.all(
  readings.map(async ({ title, command: [program = '', ...args] }) => {
    /** @type {Buffer[]} */
    const said = []
    const code = await runProgram(
      process.execPath,
      [path.join(root, 'node_modules', program), ...args],
      {},
      (chunk) => said.push(chunk),
    )
    console.log(`\n${title}\n${Buffer.concat(said)}`)
    add(title, code)
  }),
)
for (const {
  title,
  command: [program = '', ...args],
  variables,
  count,
} of runs) {
  console.log(`\n${title}`)
  const code = await runProgram(
    process.execPath,
    [path.join(root, 'node_modules', program), ...args],
    variables,
  )
  add(title, code, count())
}

const summary = `${passed} passed, ${failed.length} failed`
writeFileSync(path.join(reports, 'summary'), `${summary}\n`)
// The last lines are what is kept of a long log.
if (failed.length > 0) console.log(`\nFailed:\n${failed.map((name) => `  ${name}`).join('\n')}`)
console.log(`\n${summary}`)
process.exitCode = failed.length === 0 ? 0 : 1

/** @returns {Count} */
function countVitest() {
  const { numPassedTests, testResults = [] } = readReport('vitest.json') ?? {}
  return countOf(
    numPassedTests,
    testResults.flatMap((/** @type {VitestFile} */ { name, status, assertionResults }) => {
      const file = path.relative(root, name)
      const tests = assertionResults.filter((test) => test.status === 'failed')
      if (tests.length > 0) return tests.map(({ fullName }) => `${file} › ${fullName}`)
      return status === 'failed' ? [`${file}, which could not be run`] : []
    }),
  )
}

/** @typedef {{ name: string, status: string, assertionResults: { status: string, fullName: string }[] }} VitestFile */

/** A flaky test counts as failed. @returns {Count} */
function countPlaywright() {
  const { stats, suites = [], errors = [] } = readReport('playwright.json') ?? {}
  /** @param {PlaywrightSuite} suite @returns {string[]} */
  const failedIn = ({ suites = [], specs = [] }) => [
    ...specs
      .filter(({ tests }) => tests.some(({ status }) => status === 'unexpected' || status === 'flaky'))
      .map(({ file, title }) => `e2e/${file} › ${title}`),
    ...suites.flatMap(failedIn),
  ]
  const wrong = errors.map((/** @type {{ message: string }} */ { message }) => message)
  return countOf(stats?.expected, [...suites.flatMap(failedIn), ...wrong])
}

/** @typedef {{ suites?: PlaywrightSuite[], specs?: { file: string, title: string, tests: { status: string }[] }[] }} PlaywrightSuite */

/**
 * A missing report, or one without a passed test, counts as a failure.
 * @param {number | undefined} passed @param {string[]} failed @returns {Count}
 */
function countOf(passed, failed) {
  if (passed) return { passed, failed }
  return { passed: 0, failed: failed.length > 0 ? failed : ['no test passed'] }
}

/** @param {string} name */
function readReport(name) {
  try {
    return JSON.parse(readFileSync(path.join(reports, name), 'utf8'))
  } catch {
    return undefined
  }
}
