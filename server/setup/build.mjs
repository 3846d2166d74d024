/** `npm run build` */
import { build, generate, install, prepare } from './prepare.mjs'

await prepare(install, generate, build)
