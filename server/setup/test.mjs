/** `npm test`: installs and builds what has changed, then runs all checks. */
import { build, generate, install, prepare } from './prepare.mjs'

await prepare(install, generate, build)
await import('./check.mjs')
