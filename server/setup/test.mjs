/** `npm test`: brings everything up to date, then proves everything. */
import { build, generate, install, prepare } from './prepare.mjs'

await prepare(install, generate, build)
await import('./check.mjs')
