/**
 * `npm run mutate [-- AREA [FILE ...] [--tests FILE]... [--sample N [--seed S]]]`: changes the code a little, again and again, and
 * counts what no test notices, of the area's tests or of those named. All mutants of an area take hours: `--sample` draws N of them
 * at random and says between which limits the share of all very probably lies. Another seed draws others.
 */
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { prepare } from '../../setup/prepare.mjs'
import { areas } from './areas.mjs'
import { installStryker, stryker } from './install-stryker.mjs'

const options = /** @type {const} */ ({
  tests: { type: 'string', multiple: true },
  sample: { type: 'string' },
  seed: { type: 'string', default: '1' },
})
const { positionals, values } = parseArgs({ allowPositionals: true, options })
const [wanted, ...files] = positionals
if (wanted && !areas[wanted]) {
  console.error(`There is no area "${wanted}": ${Object.keys(areas).join(', ')}.`)
  process.exit(2)
}
for (const [name, text] of Object.entries({ sample: values.sample ?? '1', seed: values.seed })) {
  if (/^\d{1,9}$/.test(text) && (name === 'seed' || Number(text) > 0)) continue
  console.error(`--${name} needs a whole number, not "${text}".`)
  process.exit(2)
}
await prepare(installStryker)
const codes = (wanted ? [wanted] : Object.keys(areas)).map((area) => {
  console.log(`\n${area}`)
  const env = {
    ...process.env,
    MUTATED_AREA: area,
    ...(files.length > 0 && { MUTATED_FILES: files.join(',') }),
    ...(values.tests && { MUTATING_TESTS: values.tests.join(',') }),
    ...(values.sample && { MUTATION_SAMPLE: values.sample, MUTATION_SEED: values.seed }),
  }
  return spawnSync(process.execPath, [stryker, 'run', 'server/testing/mutation/stryker.config.mjs'], {
    env,
    stdio: 'inherit',
  }).status
})
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
