/** `npm run mutate [-- AREA [FILE ...]]`: changes the code a little, again and again, and counts what no test notices. */
import { spawnSync } from 'node:child_process'
import { areas } from './areas.mjs'

const [wanted, ...files] = process.argv.slice(2)
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
  }
  const stryker = 'node_modules/@stryker-mutator/core/bin/stryker.js'
  return spawnSync(process.execPath, [stryker, 'run', 'server/testing/mutation/stryker.config.mjs'], {
    env,
    stdio: 'inherit',
  }).status
})
process.exitCode = codes.every((code) => code === 0) ? 0 : 1
