/** `npm run check`: all checks, also after a failure. Those that only read the code run at once, the others one after the other. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runProgram } from './step.mjs'

const reports = path.join(root, '.cache/check')

/** @typedef {{ passed: number, failed: number }} Count */

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
    command: ['@playwright/test/cli.js', 'test', '--config=e2e/playwright.config.ts', '--reporter=list,json'],
    variables: { PLAYWRIGHT_JSON_OUTPUT_FILE: path.join(reports, 'playwright.json') },
    count: countPlaywright,
  },
]

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })

const total = { passed: 0, failed: 0 }

/** @param {number} code of the program @param {Count} [count] A check may fail without a failed test: a file that cannot be loaded, an aborted run. */
function add(code, { passed, failed } = { passed: 0, failed: 0 }) {
  total.passed += passed
  total.failed += code === 0 ? failed : Math.max(failed, 1)
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
    add(code)
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
  add(code, count())
}

const summary = `${total.passed} passed, ${total.failed} failed`
writeFileSync(path.join(reports, 'summary'), `${summary}\n`)
console.log(`\n${summary}`)
process.exitCode = total.failed === 0 ? 0 : 1

/** @returns {Count} */
function countVitest() {
  const { numPassedTests, numFailedTests } = readReport('vitest.json') ?? {}
  return countOf(numPassedTests, numFailedTests)
}

/** A flaky test counts as failed. @returns {Count} */
function countPlaywright() {
  const { expected, unexpected, flaky } = readReport('playwright.json')?.stats ?? {}
  return countOf(expected, unexpected + flaky)
}

/**
 * A missing report, or one without a passed test, counts as a failure.
 * @param {number | undefined} passed @param {number | undefined} failed @returns {Count}
 */
function countOf(passed, failed) {
  return passed ? { passed, failed: failed ?? 0 } : { passed: 0, failed: failed || 1 }
}

/** @param {string} name */
function readReport(name) {
  try {
    return JSON.parse(readFileSync(path.join(reports, name), 'utf8'))
  } catch {
    return undefined
  }
}
