/**
 * `npm run mutate [-- AREA [FILE ...] [--tests FILE]...]`: changes the code a little, again and again, and counts what no test
 * notices, of the area's tests or of those named.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { areas } from './areas.mjs'

const options = /** @type {const} */ ({ tests: { type: 'string', multiple: true } })
const { positionals, values } = parseArgs({ allowPositionals: true, options })
const [wanted, ...files] = positionals
if (wanted && !areas[wanted]) {
  console.error(`There is no area "${wanted}": ${Object.keys(areas).join(', ')}.`)
  process.exit(2)
}
const codes = (wanted ? [wanted] : Object.keys(areas)).map((area) => {
  console.log(`\n${area}`)
  const env = {
    ...process.env,
    MUTATED_AREA: area,
    ...(files.length > 0 && { MUTATED_FILES: files.join(',') }),
    ...(values.tests && { MUTATING_TESTS: values.tests.join(',') }),
  }
  const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js'
  return spawnSync(process.execPath, [stryker, 'run', 'server/testing/mutation/stryker.config.mjs'], {
    env,
    stdio: 'inherit',
  }).status
})
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
