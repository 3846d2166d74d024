/** `npm test`, and `npm run check` with `--all`: installs and builds what has changed, then runs the checks. */
import { build, generate, install, prepare } from './prepare.mjs'

await prepare(install, generate, build)
await import('./check.mjs')
